namespace Thalweg.Data.Csv;

/// <summary>The column names of a CSV text.</summary>
static class CsvHeader
{
    /// <summary>Names from the first record, spaces around them removed; <c>column_n</c> or <c>unnamed_n</c> (n from 0) where it gives none.</summary>
    /// <exception cref="TableFormatException">The text is empty, or two columns have the same name.</exception>
    public static string[] Read(CsvDialect dialect, string? path)
    {
        if (dialect.Records.Length == 0)
        {
            throw new TableFormatException("it is empty: a table needs a row of column names, or at least one row of values.", path);
        }

        var first = dialect.Records[0];
        if (!dialect.HasHeader)
        {
            return [.. first.Select((_, i) => FormattableString.Invariant($"column_{i}"))];
        }

        var names = first.Select((name, i) => name.Trim() is { Length: > 0 } given ? given : FormattableString.Invariant($"unnamed_{i}")).ToArray();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (!places.TryAdd(names[i], i))
            {
                throw new TableFormatException(
                    FormattableString.Invariant($"the name '{names[i]}' is that of column {places[names[i]] + 1} too: column names must differ, rename one of them."),
                    path, dialect.FirstLine, i + 1);
            }
        }

        return names;
    }
}
