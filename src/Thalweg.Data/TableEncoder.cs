using System.Text.Json.Nodes;
using Thalweg.Data.Encoders;

namespace Thalweg.Data;

/// <summary>
/// From raw rows to the tensors a network learns from. Everything is fitted to the training rows: what the target is, the
/// levels of each category, the means that replace missing numbers. Other rows are encoded by the same rule.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Numbers stay as they are, booleans become 0 and 1. A missing one becomes the training mean; if training rows had missing ones, a column <c>name (missing)</c> marks them.</item>
/// <item>Texts become one column for each level, <c>name=level</c>, in ordinal order. Missing is a level of its own if training rows had it. Any other text gives zeros.</item>
/// <item>Rows without a target are left out. A column without values, or an unnamed one that numbers the rows, is left out and listed in <see cref="Warnings"/>.</item>
/// </list>
/// Numbers keep their units: scale them with <see cref="Features"/> and a <see cref="StandardScaler"/>.
/// </remarks>
/// <example><code>
/// var (train, test) = Table.ReadCsv("data/penguins.csv").Split(0.8, stratify: "species", seed: 1);
/// var encoder = TableEncoder.Fit(train, target: "species");
/// var (x, y) = encoder.Encode(train);
/// var (xTest, yTest) = encoder.Encode(test);
/// </code></example>
public sealed class TableEncoder
{
    /// <summary>Fewer rows with a target than this teach nothing.</summary>
    const int FewestRows = 2;

    /// <summary>Of the JSON.</summary>
    const int Version = 1;

    readonly TargetEncoder target;
    readonly FeatureEncoder[] features;
    readonly int rows;

    TableEncoder(TargetEncoder target, FeatureEncoder[] features, int rows, int rowsWithoutTarget, IReadOnlyList<string> warnings)
    {
        this.target = target;
        this.features = features;
        this.rows = rows;
        RowsWithoutTarget = rowsWithoutTarget;
        Warnings = warnings;
        FeatureNames = [.. features.SelectMany(feature => feature.Names)];
    }

    /// <summary>What is learnt: <see cref="TableTask.Classification"/> or <see cref="TableTask.Regression"/>.</summary>
    public TableTask Task => target.Classes is null ? TableTask.Regression : TableTask.Classification;

    /// <summary>The column to predict.</summary>
    public string Target => target.Column;

    /// <summary>The names of the classes, in the order of Y's columns: numbers ascending, texts in ordinal order. Empty for regression.</summary>
    public IReadOnlyList<string> ClassNames => target.Classes ?? [];

    /// <summary>The columns of the table that features are made of.</summary>
    public IReadOnlyList<string> FeatureColumns => [.. features.Select(feature => feature.Column)];

    /// <summary>The names of X's columns.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>How many of the training rows were left out because their target is missing.</summary>
    public int RowsWithoutTarget { get; }

    /// <summary>What looks amiss without standing in the way: constant columns, columns left out.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Learns from training rows how to encode them and others.</summary>
    /// <param name="train">The training rows; not those of the test, which must stay unknown.</param>
    /// <param name="target">The column to predict.</param>
    /// <param name="task">What to learn about it.</param>
    /// <param name="maxLevels">The most different texts that make a category; a column with more is refused.</param>
    /// <exception cref="ArgumentException">The target is unknown or always the same, no feature is left, too few rows have a target, or a text column is no category.</exception>
    public static TableEncoder Fit(Table train, string target, TableTask task = TableTask.Auto, int maxLevels = 50)
    {
        ArgumentNullException.ThrowIfNull(train);
        var known = WithTarget(train, target);
        if (known.RowCount < FewestRows)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{known.RowCount} of {train.RowCount} rows have a value of the target '{target}': training needs at least {FewestRows}."), nameof(train));
        }

        var targetEncoder = TargetEncoder.Fit(known[target], task);
        var warnings = new List<string>();
        FeatureEncoder[] features =
        [
            .. known.Columns.Where(column => column.Name != target)
                .Select(column => FeatureEncoder.Fit(column, maxLevels, warnings))
                .OfType<FeatureEncoder>(),
        ];
        if (features.Length == 0)
        {
            throw new ArgumentException(
                $"No column is left to predict '{target}' from: the table needs at least one more that holds values. {string.Join(' ', warnings)}".TrimEnd(), nameof(train));
        }

        return new TableEncoder(targetEncoder, features, known.RowCount, train.RowCount - known.RowCount, warnings);
    }

    /// <summary>The features and the target of the rows that have one.</summary>
    /// <returns>X of shape (rows, features) and Y, one-hot of shape (rows, classes) or of shape (rows, 1) for regression; Float32.</returns>
    /// <exception cref="ArgumentException">A column that training had is lacking or of another type, or a class is new.</exception>
    public (Tensor X, Tensor Y) Encode(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var known = WithTarget(table, Target);
        return (EncodeFeatures(known), target.Encode(known[Target]));
    }

    /// <summary>The features of rows whose target is unknown: X of shape (rows, features), Float32.</summary>
    /// <exception cref="ArgumentException">A column that training had is lacking, or of another type.</exception>
    public Tensor EncodeFeatures(Table table) => Features(table).ToTensor();

    /// <summary>The features of every row as a table of numbers without missing cells, its columns named by <see cref="FeatureNames"/>: to look at, or to standardise.</summary>
    /// <exception cref="ArgumentException">A column that training had is lacking, or of another type.</exception>
    /// <example><code>
    /// var (scaled, scaler) = encoder.Features(train).Standardize();
    /// var xTest = scaler.Apply(encoder.Features(test)).ToTensor();
    /// </code></example>
    public Table Features(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new Table(features.SelectMany(feature => feature.Encode(table[feature.Column])));
    }

    /// <summary>The rules as JSON, to be kept with what was learnt from them: target, classes, columns, levels, means of missing numbers.</summary>
    public JsonObject ToJson() => new()
    {
        ["version"] = Version,
        ["target"] = Target,
        ["classes"] = target.Classes is { } classes ? new JsonArray([.. classes.Select(name => (JsonNode?)name)]) : null,
        ["features"] = new JsonArray([.. features.Select(feature => (JsonNode?)feature.ToJson())]),
    };

    /// <summary>The encoder of rules that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">Something is missing, or of the wrong kind.</exception>
    public static TableEncoder FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            if (json["version"]!.GetValue<int>() != Version)
            {
                throw new FormatException($"The table's encoding has version {json["version"]}; this program reads version {Version}. Use a newer one.");
            }
            var classes = json["classes"]?.AsArray().Select(name => name!.GetValue<string>()).ToArray();
            var column = json["target"]!.GetValue<string>();
            return new TableEncoder(TargetEncoder.Of(column, classes), [.. json["features"]!.AsArray().Select(feature => FeatureEncoder.FromJson(feature!.AsObject()))], 0, 0, []);
        }
        catch (Exception fault) when (fault is InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new FormatException($"The table's encoding isn't one: {fault.Message}", fault);
        }
    }

    /// <summary>What was found out, in lines for people: the target, the rows, and what becomes of each column.</summary>
    public IReadOnlyList<string> Describe() =>
    [
        target.Description,
        FormattableString.Invariant($"rows: {rows}{(RowsWithoutTarget > 0 ? FormattableString.Invariant($", and {RowsWithoutTarget} without a target, left out") : "")}"),
        FormattableString.Invariant($"features: {FeatureNames.Count} numbers from {features.Length} columns"),
        .. features.Select(feature => feature.Description),
    ];

    static Table WithTarget(Table table, string target)
    {
        var cells = table[target];
        return cells.MissingCount == 0 ? table : table.Where(row => !cells.IsMissing(row.Index));
    }
}
