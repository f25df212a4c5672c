using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of p − y ln p, for counts y.</summary>
[Named("poisson")]
public sealed class Poisson : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.Poisson().PerSample(yTrue, yPred);
}
