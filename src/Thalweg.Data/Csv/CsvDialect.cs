using System.Globalization;
using System.Text;
using Sylvan.Data.Csv;

namespace Thalweg.Data.Csv;

/// <summary>How a CSV text is written, as the options say or its first records show.</summary>
sealed class CsvDialect
{
    const int SampleRecords = 100;
    const int SampleBytes = 1 << 16;
    const int LongestSample = 1 << 26;

    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    CsvDialect(char delimiter, char quote, NumberFormatInfo numbers, bool hasHeader, string[][] records, int firstLine, long bytesPerRecord)
    {
        Delimiter = delimiter;
        Quote = quote;
        Numbers = numbers;
        HasHeader = hasHeader;
        Records = records;
        FirstLine = firstLine;
        BytesPerRecord = bytesPerRecord;
    }

    public char Delimiter { get; }

    public char Quote { get; }

    public NumberFormatInfo Numbers { get; }

    /// <summary>Whether the first record names the columns.</summary>
    public bool HasHeader { get; }

    /// <summary>The first records, header included.</summary>
    public string[][] Records { get; }

    /// <summary>The line of the first record, from 1: blank lines may come before it.</summary>
    public int FirstLine { get; }

    /// <summary>The mean length of the first records; less where quoted line breaks pass for their ends.</summary>
    public long BytesPerRecord { get; }

    /// <summary>Finds out what the options leave open.</summary>
    public static CsvDialect Detect(CsvSource source, CsvOptions options)
    {
        var quote = options.Quote;
        if (options.Delimiter == quote)
        {
            throw new ArgumentException($"Delimiter and Quote are both '{quote}': they must differ.", nameof(options));
        }

        var (sample, length) = Sample(source);
        char[] candidates = options.Delimiter is { } given ? [given] : [.. Delimiters.Where(known => known != quote)];
        var delimiter = candidates[0];
        var records = Read(sample, delimiter, quote);
        foreach (var candidate in candidates.Skip(1))
        {
            var others = Read(sample, candidate, quote);
            if (Regularity(others).CompareTo(Regularity(records)) > 0)
            {
                (delimiter, records) = (candidate, others);
            }
        }

        var numbers = options.Culture?.NumberFormat
            ?? (delimiter != ',' && HasDecimalCommas(records) ? DecimalComma : NumberFormatInfo.InvariantInfo);
        var grammar = new CellGrammar(numbers, options.MissingValues);
        var hasHeader = options.HasHeader ?? LooksLikeHeader(records, grammar);
        var firstLine = 1 + sample.TakeWhile(character => character is '\r' or '\n').Count(character => character == '\n');
        var bytesPerRecord = Math.Max(1, length / (1 + sample.AsSpan().Count('\n')));
        return new CsvDialect(delimiter, quote, numbers, hasHeader, records, firstLine, bytesPerRecord);
    }

    static NumberFormatInfo DecimalComma { get; } = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>The start of the text: enough for some records, cut after the last that is whole; and its length in bytes up to there.</summary>
    static (string Text, long Length) Sample(CsvSource source)
    {
        var start = source.MarkLength();
        for (var size = SampleBytes; ; size *= 4)
        {
            var bytes = new byte[size];
            var count = source.Slice(start, source.Length).ReadAtLeast(bytes, size, throwOnEndOfStream: false);
            var known = bytes.AsSpan(0, count);
            if (count == size)
            {
                known = known[..(known.LastIndexOf((byte)'\n') + 1)];
                if (known.Count((byte)'\n') < 3 && size < LongestSample)
                {
                    continue;
                }
            }

            return (Encoding.UTF8.GetString(known), known.Length);
        }
    }

    static string[][] Read(string sample, char delimiter, char quote)
    {
        var found = new List<string[]>();
        using var records = new CsvRecords(new StringReader(sample), delimiter, quote);
        try
        {
            while (found.Count < SampleRecords && records.Read())
            {
                found.Add(records.ToArray());
            }
        }
        catch (CsvFormatException)
        {
            // A quote that the sample cuts off, or that is misplaced under this delimiter. The reader proper reports faults.
        }

        return [.. found];
    }

    /// <summary>How well a delimiter cuts the records: into several fields at all, always as many, and into numbers.</summary>
    static (bool Cuts, double Equal, double Numbers, int Fields) Regularity(string[][] records)
    {
        if (records.Length == 0)
        {
            return default;
        }

        var fields = records[0].Length;
        var cells = records.SelectMany(record => record).ToArray();
        return (
            fields > 1,
            (double)records.Count(record => record.Length == fields) / records.Length,
            (double)cells.Count(cell => IsNumber(cell, NumberFormatInfo.InvariantInfo) || IsNumber(cell, DecimalComma)) / cells.Length,
            fields);
    }

    static bool HasDecimalCommas(string[][] records)
    {
        var cells = records.SelectMany(record => record).ToArray();
        return cells.Any(cell => cell.Contains(',', StringComparison.Ordinal) && IsNumber(cell, DecimalComma))
            && !cells.Any(cell => cell.Contains('.', StringComparison.Ordinal) && IsNumber(cell, NumberFormatInfo.InvariantInfo));
    }

    static bool IsNumber(string cell, NumberFormatInfo format) => double.TryParse(cell, NumberStyles.Float, format, out _);

    static bool LooksLikeHeader(string[][] records, CellGrammar grammar)
    {
        if (records.Length == 0)
        {
            return true;
        }

        bool IsNumber(string cell) => grammar.TryNumber(cell, out _);
        bool IsWord(string cell) => !IsNumber(cell) && !grammar.IsMissing(cell);
        return !records[0].Any(IsNumber)
            || (records.Length > 1 && records[0].Zip(records[1]).Any(pair => IsWord(pair.First) && IsNumber(pair.Second)));
    }
}
