using System.Text.Json.Nodes;

namespace Thalweg.Data.Encoders;

/// <summary>Turns one column of a table into columns of numbers, by a rule fitted to the training rows.</summary>
abstract class FeatureEncoder(string column)
{
    /// <summary>The name of the column that it reads.</summary>
    public string Column => column;

    /// <summary>The names of the columns that it makes.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>What it does, in a line.</summary>
    public abstract string Description { get; }

    /// <summary>A name for what a missing cell becomes.</summary>
    protected const string Missing = "(missing)";

    /// <summary>The rule for a column of training rows; none, with the reason, where the column can't serve as a feature.</summary>
    /// <exception cref="ArgumentException">The column has too many different texts to be a category.</exception>
    public static FeatureEncoder? Fit(Column cells, int maxLevels, List<string> warnings)
    {
        if (cells.MissingCount == cells.Length)
        {
            warnings.Add($"'{cells.Name}' has no value in any training row: left out.");
            return null;
        }

        if (IsRowLabel(cells))
        {
            warnings.Add($"'{cells.Name}' has no name in the file and a different whole number in every row: taken for row labels and left out.");
            return null;
        }

        if (IsConstant(cells))
        {
            warnings.Add($"'{cells.Name}' is {cells.Format(0)} in every training row: it can't tell rows apart.");
        }

        return cells.Type == ColumnType.Text ? TextFeature.Fit(cells, maxLevels) : NumberFeature.Fit(cells);
    }

    /// <summary>The rule as JSON.</summary>
    public abstract JsonObject ToJson();

    /// <summary>The rule that JSON describes.</summary>
    public static FeatureEncoder FromJson(JsonObject json) => json["kind"]!.GetValue<string>() switch
    {
        NumberFeature.Kind => NumberFeature.Of(json),
        TextFeature.Kind => TextFeature.Of(json),
        var other => throw new FormatException($"The table's encoding has a column of the kind '{other}', which isn't known. Use a newer program."),
    };

    /// <summary>The columns of <see cref="Names"/> for the rows given.</summary>
    public abstract IEnumerable<NumberColumn> Encode(Column cells);

    static bool IsConstant(Column cells)
    {
        for (var row = 0; row < cells.Length; row++)
        {
            if (cells.Format(row) is not { } cell || cell != cells.Format(0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>An unnamed column that numbers the rows would let a network learn their order by heart.</summary>
    static bool IsRowLabel(Column cells) =>
        cells is NumberColumn numbers
        && cells.Length > 1
        && cells.Name.StartsWith("unnamed_", StringComparison.Ordinal)
        && numbers.Values.ToArray() is var values
        && Array.TrueForAll(values, double.IsInteger)
        && values.Distinct().Count() == values.Length;
}
