using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of Σ y ln(y / p), what is lost where p stands for y.</summary>
/// <example><code>
/// var metric = new KLDivergence();
/// metric.Update(Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.983053
/// </code></example>
[Named("kl_divergence", "kullback_leibler_divergence", "kld")]
public sealed class KLDivergence : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.KLDivergence().PerSample(yTrue, yPred);
}
