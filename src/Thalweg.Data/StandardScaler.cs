using System.Text.Json.Nodes;

namespace Thalweg.Data;

/// <summary>
/// Brings columns of numbers to mean 0 and standard deviation 1: z = (x − μ) / σ, with μ and σ of the rows it was fitted
/// to, so that later rows are measured by the same rule. As scikit-learn's: σ over the population (divisor n), missing
/// cells left out of both and left missing, σ = 1 for a constant column, which becomes 0.
/// </summary>
/// <example><code>
/// var (train, test) = table.Split(0.8, seed: 1);
/// var (scaled, scaler) = train.Standardize("age", "income");
/// var scaledTest = scaler.Apply(test);
/// </code></example>
public sealed class StandardScaler
{
    readonly double[] means;
    readonly double[] deviations;

    StandardScaler(string[] columns, double[] means, double[] deviations, string[] constantColumns)
    {
        Columns = columns;
        this.means = means;
        this.deviations = deviations;
        ConstantColumns = constantColumns;
    }

    /// <summary>The columns that it scales.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>μ of each of <see cref="Columns"/>; 0 for a column without values.</summary>
    public IReadOnlyList<double> Means => means;

    /// <summary>σ of each of <see cref="Columns"/>; 1 for a constant one.</summary>
    public IReadOnlyList<double> Deviations => deviations;

    /// <summary>The columns that held one value alone, or none: they tell rows apart no more than a column of zeros.</summary>
    public IReadOnlyList<string> ConstantColumns { get; }

    /// <summary>Measures columns of numbers.</summary>
    /// <param name="table">The rows to measure: those of the training, never those of the test.</param>
    /// <param name="columns">The columns; by default all that hold numbers.</param>
    /// <exception cref="ArgumentException">A column is unknown, or not one of numbers.</exception>
    public static StandardScaler Fit(Table table, params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] names = [.. columns];
        if (names.Length == 0)
        {
            names = [.. table.Columns.OfType<NumberColumn>().Select(column => column.Name)];
        }

        var measures = names.Select(name => Measure(table.Column<NumberColumn>(name).Values)).ToArray();
        return new StandardScaler(
            names,
            [.. measures.Select(measure => measure.Mean)],
            [.. measures.Select(measure => measure.Deviation)],
            [.. names.Where((_, i) => measures[i].IsConstant)]);
    }

    /// <summary>Columns, means and deviations as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["columns"] = new JsonArray([.. Columns.Select(name => (JsonNode?)name)]),
        ["means"] = new JsonArray([.. means.Select(mean => (JsonNode?)mean)]),
        ["deviations"] = new JsonArray([.. deviations.Select(deviation => (JsonNode?)deviation)]),
        ["constant"] = new JsonArray([.. ConstantColumns.Select(name => (JsonNode?)name)]),
    };

    /// <summary>The scaler that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">Something is missing, or of the wrong kind.</exception>
    public static StandardScaler FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var scaler = new StandardScaler(
                [.. json["columns"]!.AsArray().Select(name => name!.GetValue<string>())],
                [.. json["means"]!.AsArray().Select(mean => mean!.GetValue<double>())],
                [.. json["deviations"]!.AsArray().Select(deviation => deviation!.GetValue<double>())],
                [.. json["constant"]!.AsArray().Select(name => name!.GetValue<string>())]);
            return scaler.means.Length == scaler.Columns.Count && scaler.deviations.Length == scaler.Columns.Count
                ? scaler
                : throw new FormatException($"The scaling of {scaler.Columns.Count} columns has {scaler.means.Length} means and {scaler.deviations.Length} deviations.");
        }
        catch (Exception fault) when (fault is InvalidOperationException or NullReferenceException)
        {
            throw new FormatException($"The scaling of columns isn't one: {fault.Message}", fault);
        }
    }

    /// <summary>The table with its columns scaled; the others stay as they are.</summary>
    /// <exception cref="ArgumentException">The table lacks one of <see cref="Columns"/>, or holds no numbers there.</exception>
    public Table Apply(Table table) => Map(table, (value, i) => (value - means[i]) / deviations[i]);

    /// <summary>The table with its columns brought back to their units: x = z σ + μ.</summary>
    /// <exception cref="ArgumentException">The table lacks one of <see cref="Columns"/>, or holds no numbers there.</exception>
    public Table Invert(Table table) => Map(table, (value, i) => value * deviations[i] + means[i]);

    Table Map(Table table, Func<double, int, double> map)
    {
        ArgumentNullException.ThrowIfNull(table);
        for (var i = 0; i < Columns.Count; i++)
        {
            var values = table.Column<NumberColumn>(Columns[i]).Values.ToArray();
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = map(values[row], i);
            }

            table = table.WithColumn(NumberColumn.Own(Columns[i], values));
        }

        return table;
    }

    static (double Mean, double Deviation, bool IsConstant) Measure(ReadOnlySpan<double> values)
    {
        var (count, sum, least, most) = (0, 0.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                count++;
                sum += value;
                least = Math.Min(least, value);
                most = Math.Max(most, value);
            }
        }

        // Compared as they are: the rounding of the mean would give equal values a tiny deviation.
        if (count == 0 || least == most)
        {
            return (count == 0 ? 0 : least, 1, true);
        }

        var mean = sum / count;
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        }

        return (mean, Math.Sqrt(squares / count), false);
    }
}
