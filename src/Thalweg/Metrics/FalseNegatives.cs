using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often no was wrong, by weight.</summary>
/// <example><code>
/// var metric = new FalseNegatives();
/// metric.Update(Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// metric.Result().Item()     // 1
/// </code></example>
[Named("false_negatives")]
public sealed class FalseNegatives : DecisionMetric
{
    readonly Variable accumulator;

    /// <summary>At some thresholds; at ½ where none are given.</summary>
    public FalseNegatives(IReadOnlyList<double>? thresholds = null) : base(thresholds) => accumulator = AddState("accumulator", [Thresholds.Count]);

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) =>
        accumulator.Assign(accumulator.Value + Count(yTrue, yPred, sampleWeight).FalseNegatives);

    /// <inheritdoc/>
    public override Tensor Result() => Single(accumulator.Value);
}
