namespace Thalweg.Exchange;

/// <summary>What stands around a network that learned from a table, so that an ONNX model takes raw rows and gives answers.</summary>
/// <param name="Columns">The columns, in the order of the network's inputs.</param>
/// <param name="ClassNames">The classes, in the order of the network's outputs; none where a number is learned.</param>
/// <param name="FromLogits">Whether the network gives scores, which a softmax (of one output, a sigmoid) makes probabilities.</param>
/// <example><code>
/// model.ExportOnnx("penguins.onnx", new OnnxTable(
///     [new OnnxTextColumn("island", ["Biscoe", "Dream", "Torgersen"], false), new OnnxNumberColumn("body_mass_g", 4201, false)],
///     ["Adelie", "Chinstrap", "Gentoo"], FromLogits: false) { Means = means, Deviations = deviations });
/// </code></example>
public sealed record OnnxTable(IReadOnlyList<OnnxColumn> Columns, IReadOnlyList<string> ClassNames, bool FromLogits)
{
    /// <summary>What is subtracted from each of the network's inputs; nothing where it isn't given. Computed in Float64.</summary>
    public IReadOnlyList<double>? Means { get; init; }

    /// <summary>What each of the network's inputs is then divided by; given with <see cref="Means"/>.</summary>
    public IReadOnlyList<double>? Deviations { get; init; }
}
