using Thalweg.Catalogs;

namespace Thalweg.Regularizers;

/// <summary>Penalty λ₁ Σ |w| + λ₂ Σ w²; nothing by default, as in Keras.</summary>
/// <param name="L1">λ₁.</param>
/// <param name="L2">λ₂.</param>
[Named("l1_l2")]
public sealed record L1L2(double L1 = 0, double L2 = 0) : Regularizer
{
    /// <inheritdoc/>
    public override Tensor Penalty(Tensor weights) => weights.Abs().Sum() * L1 + weights.Square().Sum() * L2;
}
