using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of p − y ln p, for counts y.</summary>
/// <example><code>
/// var metric = new Poisson();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 0.104597
/// </code></example>
[Named("poisson")]
public sealed class Poisson : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.Poisson().PerSample(yTrue, yPred);
}
