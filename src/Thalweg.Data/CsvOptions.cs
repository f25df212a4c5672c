using System.Globalization;
using System.Text;

namespace Thalweg.Data;

/// <summary>How a CSV text is written. What is left out is found out from the first rows.</summary>
/// <example><code>
/// var wine = Table.ReadCsv("wine.csv", new CsvOptions
/// {
///     Delimiter = ';',
///     MissingValues = ["", "-999"],
///     Types = new Dictionary&lt;string, ColumnType&gt; { ["vintage"] = ColumnType.Text },
/// });
/// </code></example>
public sealed record CsvOptions
{
    /// <summary>The cells that mean "no value" unless told otherwise: the empty cell, <c>NA</c>, <c>NaN</c> and <c>?</c>.</summary>
    public static IReadOnlyList<string> DefaultMissingValues { get; } = ["", "NA", "NaN", "?"];

    /// <summary>What separates the fields; by default, the one of comma, semicolon, tab and vertical bar that cuts the first rows into equal numbers of fields.</summary>
    public char? Delimiter
    {
        get;
        init => field = value is { } given ? Ascii(given, nameof(Delimiter)) : null;
    }

    /// <summary>What encloses a field that contains delimiters, line breaks or quotes (written twice inside). Default: <c>"</c>.</summary>
    public char Quote { get; init => field = Ascii(value, nameof(Quote)); } = '"';

    /// <summary>
    /// Whether the first row names the columns. By default it does if it holds no number, or if a number stands below one
    /// of its words; columns without a name are called <c>column_0</c>, <c>column_1</c>…
    /// </summary>
    public bool? HasHeader { get; init; }

    /// <summary>The position, from 0, of a column that only labels the rows, which is left out of the table. Default: none.</summary>
    public int? IndexColumn { get; init; }

    /// <summary>
    /// The culture that numbers are written in; thousands separators are never accepted. By default the decimal sign is a
    /// point; or a comma, where the delimiter is not, and the first rows have numbers with a comma and none with a point.
    /// </summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>The cells that mean "no value", whatever the spaces around them. Default: <see cref="DefaultMissingValues"/>.</summary>
    public IReadOnlyCollection<string> MissingValues { get; init; } = DefaultMissingValues;

    /// <summary>The types of some columns, by name, instead of those inferred from their cells.</summary>
    public IReadOnlyDictionary<string, ColumnType> Types { get; init; } = new Dictionary<string, ColumnType>();

    /// <summary>The encoding where the text starts with no byte order mark. Default: UTF-8, and bytes that are not UTF-8 are refused.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The most threads that read a large file. Default: one for each processor. The table is the same whatever the number.</summary>
    public int? Threads
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Threads must be 1 or more, or null for one thread for each processor.");
    }

    /// <summary>The least bytes worth a thread of their own.</summary>
    internal int PieceBytes { get; init; } = 1 << 20;

    static char Ascii(char value, string option) => char.IsAscii(value) && value is not ('\r' or '\n')
        ? value
        : throw new ArgumentException($"{option} is '{value}': it must be an ASCII character other than a line break.", nameof(value));
}
