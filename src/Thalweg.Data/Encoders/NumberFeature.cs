using System.Globalization;
using System.Text.Json.Nodes;

namespace Thalweg.Data.Encoders;

/// <summary>A number stays as it is, a boolean becomes 0 or 1; a missing cell becomes the training mean, and where training rows had some, a second column says so.</summary>
sealed class NumberFeature : FeatureEncoder
{
    /// <summary>What the rule is called in JSON.</summary>
    public const string Kind = "number";

    readonly ColumnType type;
    readonly double mean;
    readonly int missing;

    NumberFeature(string column, ColumnType type, int missing, double mean)
        : base(column)
    {
        (this.type, this.missing) = (type, missing);
        this.mean = mean;
        Names = missing > 0 ? [Column, $"{Column} {Missing}"] : [Column];
    }

    public override IReadOnlyList<string> Names { get; }

    public override string Description
    {
        get
        {
            var kind = type == ColumnType.Boolean ? "boolean, as 0 or 1" : "number";
            return missing == 0
                ? $"'{Column}': {kind}"
                : string.Create(CultureInfo.InvariantCulture, $"'{Column}': {kind}; {missing} missing, replaced by the mean {mean:G5} and marked in '{Names[1]}'");
        }
    }

    public static NumberFeature Fit(Column cells)
    {
        var present = Numbers(cells, cells.Name).Values.ToArray().Where(value => !double.IsNaN(value));
        return new NumberFeature(cells.Name, cells.Type, cells.MissingCount, present.Average());
    }

    public override JsonObject ToJson() => new()
    {
        ["column"] = Column,
        ["kind"] = Kind,
        ["boolean"] = type == ColumnType.Boolean,
        ["missing"] = missing,
        ["mean"] = mean,
    };

    public static NumberFeature Of(JsonObject json) => new(
        json["column"]!.GetValue<string>(), json["boolean"]!.GetValue<bool>() ? ColumnType.Boolean : ColumnType.Number, json["missing"]!.GetValue<int>(), json["mean"]!.GetValue<double>());

    public override IEnumerable<NumberColumn> Encode(Column cells)
    {
        var filled = Numbers(cells, Column).Values.ToArray();
        var marks = Array.ConvertAll(filled, value => double.IsNaN(value) ? 1.0 : 0.0);
        for (var row = 0; row < filled.Length; row++)
        {
            filled[row] = double.IsNaN(filled[row]) ? mean : filled[row];
        }

        yield return NumberColumn.Own(Names[0], filled);
        if (Names.Count > 1)
        {
            yield return NumberColumn.Own(Names[1], marks);
        }
    }

    static NumberColumn Numbers(Column cells, string name) => cells switch
    {
        NumberColumn numbers => numbers,
        BooleanColumn booleans => booleans.ToNumbers(),
        _ when cells.MissingCount == cells.Length => NumberColumn.Own(name, [.. Enumerable.Repeat(double.NaN, cells.Length)]),
        _ => throw new ArgumentException($"Column '{name}' holds text where the training rows held numbers: read it with CsvOptions.Types[\"{name}\"] = ColumnType.Number, which points to the cell at fault."),
    };
}
