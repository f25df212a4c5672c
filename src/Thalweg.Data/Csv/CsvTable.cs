using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Unicode;

namespace Thalweg.Data.Csv;

/// <summary>Reads a table: finds out the dialect, reads the pieces side by side with the types that the first rows suggest, and once more where later rows disprove them.</summary>
sealed class CsvTable
{
    readonly CsvSource source;
    readonly CsvDialect dialect;
    readonly CellGrammar grammar;
    readonly string[] names;
    readonly ColumnType?[] declared;
    readonly int indexColumn;
    readonly IReadOnlyList<long> cuts;

    CsvTable(CsvSource source, CsvOptions options)
    {
        this.source = source;
        dialect = CsvDialect.Detect(source, options);
        grammar = new CellGrammar(dialect.Numbers, options.MissingValues);
        names = CsvHeader.Read(dialect, source.Path);
        indexColumn = IndexColumn(options, names);
        declared = Declared(options, names);
        var pieces = Math.Min(options.Threads ?? Environment.ProcessorCount, source.Length / options.PieceBytes);
        cuts = CsvPieces.Split(source, source.MarkLength(), dialect, (int)Math.Max(1, pieces));
    }

    int Pieces => cuts.Count - 1;

    /// <exception cref="TableFormatException">The text can't be read as a table.</exception>
    /// <exception cref="ArgumentException">An option doesn't fit the text.</exception>
    public static Table Read(CsvSource source, CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var utf8 = source.ToUtf8(options.Encoding);
        return new CsvTable(utf8, options).Read();
    }

    Table Read()
    {
        var expected = Guesses();
        while (true)
        {
            var pieces = ReadPieces(expected);
            var found = Decide(pieces);
            if (found.SequenceEqual(expected))
            {
                return Join(pieces);
            }

            expected = found;
        }
    }

    /// <summary>The types the first records point to. A text column read as numbers would have to be read again.</summary>
    ColumnType[] Guesses()
    {
        var rows = dialect.Records.Skip(dialect.HasHeader ? 1 : 0).ToArray();
        return [.. names.Select((_, i) => declared[i]
            ?? ColumnInference.Guess(rows.Where(row => i < row.Length && i != indexColumn).Select(row => row[i]), grammar))];
    }

    CsvPiece[] ReadPieces(ColumnType[] expected)
    {
        var pieces = new CsvPiece[Pieces];
        for (var i = 0; i < pieces.Length; i++)
        {
            var capacity = (int)Math.Min((cuts[i + 1] - cuts[i]) / dialect.BytesPerRecord * 17 / 16 + 64, Array.MaxLength);
            pieces[i] = new CsvPiece(expected, indexColumn, grammar, capacity);
        }

        void ReadPiece(int i)
        {
            using var records = new CsvRecords(source.Slice(cuts[i], cuts[i + 1]), dialect.Delimiter, dialect.Quote);
            pieces[i].Read(records, skipHeader: i == 0 && dialect.HasHeader, dialect);
        }

        SideBySide(pieces.Length, ReadPiece);
        ThrowFirstFault(pieces);
        return pieces;
    }

    /// <summary>Reports the fault that a reader from the start would have met first.</summary>
    void ThrowFirstFault(CsvPiece[] pieces)
    {
        var firstLine = 0L;
        foreach (var piece in pieces)
        {
            if (piece.Fault is { } fault)
            {
                throw new TableFormatException(fault.Message, source.Path, firstLine + fault.Line, fault.Column, fault.Cause);
            }

            if (piece.IsNotUtf8)
            {
                throw NotUtf8();
            }

            firstLine += piece.LineCount;
        }

        if (pieces.Sum(piece => piece.RowCount) == 0)
        {
            throw new TableFormatException("there is no row below the column names: a table needs at least one.", source.Path, dialect.FirstLine);
        }
    }

    ColumnType[] Decide(CsvPiece[] pieces)
    {
        var types = new ColumnType[names.Length];
        for (var i = 0; i < types.Length; i++)
        {
            var tally = new CellTally();
            var firstLine = 0L;
            foreach (var piece in pieces)
            {
                tally.Append(piece.Columns[i].Tally, firstLine);
                firstLine += piece.LineCount;
            }

            types[i] = ColumnInference.Decide(tally, declared[i], names[i], i + 1, source.Path);
        }

        return types;
    }

    /// <summary>Copies the pieces of each column into one; a thread for each piece, as it is memory that takes the time.</summary>
    Table Join(CsvPiece[] pieces)
    {
        var columns = new Column[names.Length];
        SideBySide(names.Length, i =>
            columns[i] = pieces[0].Columns[i].Join(names[i], [.. pieces.Select(piece => piece.Columns[i])]));
        return new Table(columns.Where((_, i) => i != indexColumn));
    }

    /// <summary>Runs jobs on a thread for each piece; on the caller's own if there is one piece, as where threads don't exist.</summary>
    void SideBySide(int jobs, Action<int> job)
    {
        if (Pieces == 1)
        {
            for (var i = 0; i < jobs; i++)
            {
                job(i);
            }

            return;
        }

        try
        {
            Parallel.For(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = Pieces }, job);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);     // a failing disk, as on one thread
        }
    }

    static int IndexColumn(CsvOptions options, string[] names)
    {
        if (options.IndexColumn is not { } index)
        {
            return -1;
        }

        return (uint)index < (uint)names.Length
            ? index
            : throw new ArgumentOutOfRangeException(nameof(options), index,
                FormattableString.Invariant($"The text has {names.Length} columns: IndexColumn must be one of 0 to {names.Length - 1}."));
    }

    static ColumnType?[] Declared(CsvOptions options, string[] names)
    {
        foreach (var name in options.Types.Keys)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                throw new ArgumentException($"Types declares a column '{name}' that the text lacks. {NearNames.Suggest(name, names)}", nameof(options));
            }
        }

        return [.. names.Select(name => options.Types.TryGetValue(name, out var type) ? type : (ColumnType?)null)];
    }

    /// <summary>Finds the line of the first bytes that are not UTF-8, which the decoder itself doesn't know.</summary>
    TableFormatException NotUtf8()
    {
        // Latin-1 turns every byte into the character of the same number, and back.
        using var lines = new StreamReader(source.Slice(source.MarkLength(), source.Length), Encoding.Latin1);
        var line = 1L;
        while (lines.ReadLine() is { } text && Utf8.IsValid(Encoding.Latin1.GetBytes(text)))
        {
            line++;
        }

        return new TableFormatException(
            "these bytes are not UTF-8: save the file as UTF-8, or give its encoding, CsvOptions.Encoding = Encoding.Latin1 for instance.",
            source.Path, line);
    }
}
