using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often yes was right, by weight.</summary>
[Named("true_positives")]
public sealed class TruePositives : DecisionMetric
{
    readonly Variable accumulator;

    /// <summary>At some thresholds; at ½ where none are given.</summary>
    public TruePositives(IReadOnlyList<double>? thresholds = null) : base(thresholds) => accumulator = AddState("accumulator", [Thresholds.Count]);

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) =>
        accumulator.Assign(accumulator.Value + Count(yTrue, yPred, sampleWeight).TruePositives);

    /// <inheritdoc/>
    public override Tensor Result() => Single(accumulator.Value);
}
