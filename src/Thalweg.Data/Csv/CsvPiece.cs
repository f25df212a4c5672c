using System.Text;
using Sylvan.Data.Csv;

namespace Thalweg.Data.Csv;

/// <summary>The columns of one piece of a CSV text. A fault is kept, with its line in the piece, until the lines of the pieces before are known.</summary>
sealed class CsvPiece
{
    readonly int indexColumn;

    public CsvPiece(ColumnType[] expected, int indexColumn, CellGrammar grammar, int capacity)
    {
        this.indexColumn = indexColumn;
        Columns = [.. expected.Select((type, i) => CellReader.For(type, grammar, i == indexColumn ? 0 : capacity))];
    }

    public CellReader[] Columns { get; }

    public long RowCount { get; private set; }

    public long LineCount { get; private set; }

    /// <summary>What stopped the reading, and where.</summary>
    public (string Message, long Line, int Column, Exception? Cause)? Fault { get; private set; }

    /// <summary>Whether bytes that are no UTF-8 stopped the reading.</summary>
    public bool IsNotUtf8 { get; private set; }

    public void Read(CsvRecords records, bool skipHeader, CsvDialect dialect)
    {
        try
        {
            if (skipHeader)
            {
                records.Read();
            }

            while (records.Read())
            {
                if (records.FieldCount != Columns.Length)
                {
                    Fault = (Ragged(records.FieldCount, dialect), records.Line, Math.Min(records.FieldCount, Columns.Length) + 1, null);
                    return;
                }

                ReadRow(records);
                RowCount++;
            }

            LineCount = records.LineCount;
        }
        catch (CsvRecordTooLargeException exception)
        {
            Fault = ("the record that starts here is longer than 64 million characters: is a quote misplaced?", records.Line, 0, exception);
        }
        catch (CsvFormatException exception)
        {
            Fault = (
                $"the quoted field goes on after its closing quote {dialect.Quote}: double a quote that belongs to the text, or name another quote character (CsvOptions.Quote).",
                records.Line, exception.FieldOrdinal + 1, exception);
        }
        catch (DecoderFallbackException)
        {
            IsNotUtf8 = true;
        }
    }

    void ReadRow(CsvRecords records)
    {
        var line = records.Line;
        for (var i = 0; i < Columns.Length; i++)
        {
            if (i != indexColumn)
            {
                Columns[i].Read(records[i], line);
            }
        }
    }

    string Ragged(int fields, CsvDialect dialect)
    {
        var delimiter = dialect.Delimiter == '\t' ? "tabs" : $"'{dialect.Delimiter}'";
        return FormattableString.Invariant($"this line has {fields} field{(fields == 1 ? "" : "s")} where the first has {Columns.Length}: ")
            + $"add what is missing, quote the cells that contain {delimiter}, or give the right CsvOptions.Delimiter.";
    }
}
