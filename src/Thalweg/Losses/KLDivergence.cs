using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Σ y ln(y / p) over the last axis, both kept between 10⁻⁷ and 1: what is lost where p stands for y.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// new KLDivergence().Compute(y, predicted).Item()     // 0.983054
/// </code></example>
[Named("kl_divergence", "kullback_leibler_divergence", "kld")]
public sealed record KLDivergence : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "kl_divergence");
        var (y, p) = (expected.Clip(Epsilon, 1), predicted.Clip(Epsilon, 1));
        return (y * (y / p).Log()).Sum(axis: -1);
    }
}
