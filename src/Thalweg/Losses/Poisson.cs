using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of p − y ln(p + 10⁻⁷): minus the logarithm of the probability of counts y, a constant aside.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// new Poisson().Compute(y, predicted).Item()     // 0.104597
/// </code></example>
[Named("poisson")]
public sealed record Poisson : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "poisson");
        return (predicted - expected * (predicted + Epsilon).Log()).Mean(axis: -1);
    }
}
