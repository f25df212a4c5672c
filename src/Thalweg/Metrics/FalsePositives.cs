using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often yes was wrong, by weight.</summary>
[Named("false_positives")]
public sealed class FalsePositives : DecisionMetric
{
    readonly Variable accumulator;

    /// <summary>At some thresholds; at ½ where none are given.</summary>
    public FalsePositives(IReadOnlyList<double>? thresholds = null) : base(thresholds) => accumulator = AddState("accumulator", [Thresholds.Count]);

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) =>
        accumulator.Assign(accumulator.Value + Count(yTrue, yPred, sampleWeight).FalsePositives);

    /// <inheritdoc/>
    public override Tensor Result() => Single(accumulator.Value);
}
