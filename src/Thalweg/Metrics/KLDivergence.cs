using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of Σ y ln(y / p), what is lost where p stands for y.</summary>
[Named("kl_divergence", "kullback_leibler_divergence", "kld")]
public sealed class KLDivergence : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.KLDivergence().PerSample(yTrue, yPred);
}
