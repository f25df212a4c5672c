using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of max(1 − y p, 0)² for expected values y of ±1.</summary>
[Named("squared_hinge")]
public sealed class SquaredHinge : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.SquaredHinge().PerSample(yTrue, yPred);
}
