using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of max(1 − y p, 0) for expected values y of ±1.</summary>
[Named("hinge")]
public sealed class Hinge : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.Hinge().PerSample(yTrue, yPred);
}
