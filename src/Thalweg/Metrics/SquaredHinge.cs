using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of max(1 − y p, 0)² for expected values y of ±1.</summary>
/// <example><code>
/// var metric = new SquaredHinge();
/// metric.Update(Tensor.Of(1f, -1f, 1f), Tensor.Of(0.5f, -2f, -0.5f));
/// metric.Result().Item()     // 0.833333
/// </code></example>
[Named("squared_hinge")]
public sealed class SquaredHinge : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.SquaredHinge().PerSample(yTrue, yPred);
}
