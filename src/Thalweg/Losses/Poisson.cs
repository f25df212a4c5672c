using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of p − y ln(p + 10⁻⁷): minus the logarithm of the probability of counts y, a constant aside.</summary>
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
