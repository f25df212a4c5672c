using Thalweg.Catalogs;

namespace Thalweg.Regularizers;

/// <summary>Penalty λ Σ |w|: drives weights to exactly 0.</summary>
/// <param name="Factor">λ.</param>
[Named("l1")]
public sealed record L1(double Factor = 0.01) : Regularizer
{
    /// <inheritdoc/>
    public override Tensor Penalty(Tensor weights) => weights.Abs().Sum() * Factor;
}
