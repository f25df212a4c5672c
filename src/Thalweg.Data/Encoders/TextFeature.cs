using System.Text.Json.Nodes;

namespace Thalweg.Data.Encoders;

/// <summary>A category becomes one column for each of its levels, 1 where the row has it; a level never seen in training becomes zeros.</summary>
sealed class TextFeature : FeatureEncoder
{
    /// <summary>So many rows with a text of their own each are labels, not a category.</summary>
    const int FewestLabels = 10;

    /// <summary>What the rule is called in JSON.</summary>
    public const string Kind = "text";

    readonly Dictionary<string, int> levels;
    readonly int? missingLevel;

    TextFeature(string column, string[] levels, bool missingSeen)
        : base(column)
    {
        this.levels = levels.Select((level, i) => (level, i)).ToDictionary(pair => pair.level, pair => pair.i, StringComparer.Ordinal);
        string[] all = missingSeen ? [.. levels, Missing] : levels;
        missingLevel = missingSeen ? levels.Length : null;
        Names = [.. all.Select(level => $"{column}={level}")];
        Description = FormattableString.Invariant($"'{column}': text, one column for each of {all.Length} levels: {Shown(all)}");
    }

    public override IReadOnlyList<string> Names { get; }

    public override string Description { get; }

    public static TextFeature Fit(Column cells, int maxLevels)
    {
        var levels = cells.ClassNames();
        var present = cells.Length - cells.MissingCount;
        if (levels.Length > maxLevels || (levels.Length == present && present >= FewestLabels))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Column '{cells.Name}' holds {levels.Length} different texts in {present} rows, ")
                + (levels.Length == present ? "one for each row, as a label does" : FormattableString.Invariant($"more than the {maxLevels} that make a category"))
                + $": drop it (Table.Drop, or --drop on the command line), group its values, or raise maxLevels.");
        }

        return new TextFeature(cells.Name, levels, cells.MissingCount > 0);
    }

    public override JsonObject ToJson() => new()
    {
        ["column"] = Column,
        ["kind"] = Kind,
        ["levels"] = new JsonArray([.. levels.OrderBy(level => level.Value).Select(level => (JsonNode?)level.Key)]),
        ["missing"] = missingLevel is not null,
    };

    public static TextFeature Of(JsonObject json) => new(
        json["column"]!.GetValue<string>(), [.. json["levels"]!.AsArray().Select(level => level!.GetValue<string>())], json["missing"]!.GetValue<bool>());

    public override IEnumerable<NumberColumn> Encode(Column cells)
    {
        var marks = new double[Names.Count][];
        for (var level = 0; level < marks.Length; level++)
        {
            marks[level] = new double[cells.Length];
        }

        for (var row = 0; row < cells.Length; row++)
        {
            if (Level(cells.Format(row)) is { } level)
            {
                marks[level][row] = 1;
            }
        }

        return marks.Select((values, level) => NumberColumn.Own(Names[level], values));
    }

    int? Level(string? cell) => cell is null ? missingLevel : levels.TryGetValue(cell, out var level) ? level : null;

    static string Shown(string[] levels)
    {
        const int most = 6;
        return string.Join(", ", levels.Take(most)) + (levels.Length > most ? ", …" : "");
    }
}
