using System.Text;
using Sylvan.Data.Csv;

namespace Thalweg.Data.Csv;

/// <summary>The records of a CSV text one by one, blank lines left out, each with the line it starts on.</summary>
sealed class CsvRecords(TextReader text, char delimiter, char quote) : IDisposable
{
    /// <summary>The most characters of one record: a million columns, or a quoted field that holds a book.</summary>
    const int LongestRecord = 1 << 26;

    const int Buffer = 1 << 16;

    CsvDataReader? reader;
    long nextLine = 1;

    public CsvRecords(Stream utf8, char delimiter, char quote)
        : this(new StreamReader(utf8, new UTF8Encoding(false, throwOnInvalidBytes: true), false, Buffer), delimiter, quote)
    {
    }

    /// <summary>The line the current record starts on, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The lines that the records read so far fill.</summary>
    public long LineCount => nextLine - 1;

    /// <summary>The number of fields in the current record.</summary>
    public int FieldCount => reader!.RowFieldCount;

    /// <summary>A field of the current record, without its quotes.</summary>
    public ReadOnlySpan<char> this[int field] => reader!.GetFieldSpan(field);

    /// <summary>Goes to the next record that is not a blank line; false at the end.</summary>
    /// <exception cref="CsvFormatException">The next record, which starts on <see cref="Line"/>, has misplaced quotes.</exception>
    /// <exception cref="DecoderFallbackException">The text has bytes that are not UTF-8.</exception>
    public bool Read()
    {
        Line = nextLine;
        reader ??= Open();      // which reads the first record already
        while (reader.Read())
        {
            var raw = reader.GetRawRecordSpan();
            Line = nextLine;
            nextLine += Math.Max(1, raw.Count('\n'));
            if (reader.RowFieldCount > 1 || raw.TrimEnd("\r\n").Length > 0)
            {
                return true;
            }

            Line = nextLine;
        }

        return false;
    }

    /// <summary>All fields of the current record.</summary>
    public string[] ToArray()
    {
        var fields = new string[FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = this[i].ToString();
        }

        return fields;
    }

    public void Dispose()
    {
        reader?.Dispose();
        text.Dispose();
    }

    CsvDataReader Open() => CsvDataReader.Create(text, new CsvDataReaderOptions
    {
        HasHeaders = false,
        Delimiter = delimiter,
        Quote = quote,
        Escape = quote,
        Comment = '\0',
        BufferSize = Buffer,
        MaxBufferSize = LongestRecord,
        OwnsReader = false,
    });
}
