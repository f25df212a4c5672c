using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of max(1 − y p, 0) for expected values y of ±1.</summary>
/// <example><code>
/// var metric = new Hinge();
/// metric.Update(Tensor.Of(1f, -1f, 1f), Tensor.Of(0.5f, -2f, -0.5f));
/// metric.Result().Item()     // 0.666667
/// </code></example>
[Named("hinge")]
public sealed class Hinge : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.Hinge().PerSample(yTrue, yPred);
}
