namespace Thalweg.Data;

/// <summary>Summaries of tables, as pandas' <c>describe</c> gives them, one row for each column.</summary>
public static class TableDescription
{
    extension(Table table)
    {
        /// <summary>
        /// What each column holds. <c>count</c> and <c>missing</c> for all; for numbers <c>mean</c>, <c>std</c> (of the sample: n − 1),
        /// <c>min</c>, quartiles (interpolated between neighbours) and <c>max</c>; for texts and booleans <c>unique</c>, the
        /// most frequent value <c>top</c> (the first in ordinal order among equals) and its <c>freq</c>.
        /// </summary>
        /// <returns>A table with a row for each column; what doesn't apply to its type is missing.</returns>
        /// <example><code>Console.WriteLine(Table.ReadCsv("data/penguins.csv").Describe());</code></example>
        public Table Describe()
        {
            var rows = table.Columns.Select(Summarize).ToArray();
            NumberColumn Numbers(string name, Func<ColumnSummary, double> pick) => NumberColumn.Own(name, [.. rows.Select(pick)]);
            TextColumn Texts(string name, Func<ColumnSummary, string?> pick) => TextColumn.Own(name, [.. rows.Select(pick)]);
            return new Table(
                Texts("column", row => row.Name),
                Texts("type", row => row.Type.ToString()),
                Numbers("count", row => row.Count),
                Numbers("missing", row => row.Missing),
                Numbers("mean", row => row.Mean),
                Numbers("std", row => row.Std),
                Numbers("min", row => row.Min),
                Numbers("25%", row => row.LowerQuartile),
                Numbers("50%", row => row.Median),
                Numbers("75%", row => row.UpperQuartile),
                Numbers("max", row => row.Max),
                Numbers("unique", row => row.Unique),
                Texts("top", row => row.Top),
                Numbers("freq", row => row.Frequency));
        }
    }

    static ColumnSummary Summarize(Column column)
    {
        var summary = new ColumnSummary(column.Name, column.Type, column.Length - column.MissingCount, column.MissingCount);
        return column is NumberColumn numbers ? WithMoments(summary, numbers) : WithFrequencies(summary, column);
    }

    static ColumnSummary WithMoments(ColumnSummary summary, NumberColumn column)
    {
        var sorted = column.Values.ToArray().Where(value => !double.IsNaN(value)).Order().ToArray();
        if (sorted.Length == 0)
        {
            return summary;
        }

        var mean = sorted.Average();
        return summary with
        {
            Mean = mean,
            Std = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / (sorted.Length - 1)),
            Min = sorted[0],
            LowerQuartile = Quantile(sorted, 0.25),
            Median = Quantile(sorted, 0.5),
            UpperQuartile = Quantile(sorted, 0.75),
            Max = sorted[^1],
        };
    }

    static ColumnSummary WithFrequencies(ColumnSummary summary, Column column)
    {
        var counts = Enumerable.Range(0, column.Length)
            .Where(row => !column.IsMissing(row))
            .CountBy(row => column.Format(row)!, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .ToArray();
        return counts.Length == 0
            ? summary with { Unique = 0 }
            : summary with { Unique = counts.Length, Top = counts[0].Key, Frequency = counts[0].Value };
    }

    static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    sealed record ColumnSummary(string Name, ColumnType Type, double Count, double Missing)
    {
        public double Mean { get; init; } = double.NaN;

        public double Std { get; init; } = double.NaN;

        public double Min { get; init; } = double.NaN;

        public double LowerQuartile { get; init; } = double.NaN;

        public double Median { get; init; } = double.NaN;

        public double UpperQuartile { get; init; } = double.NaN;

        public double Max { get; init; } = double.NaN;

        public double Unique { get; init; } = double.NaN;

        public string? Top { get; init; }

        public double Frequency { get; init; } = double.NaN;
    }
}
