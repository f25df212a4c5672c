using Thalweg.Catalogs;

namespace Thalweg.Regularizers;

/// <summary>Penalty λ Σ w²: keeps weights small.</summary>
/// <param name="Factor">λ.</param>
[Named("l2")]
public sealed record L2(double Factor = 0.01) : Regularizer
{
    /// <inheritdoc/>
    public override Tensor Penalty(Tensor weights) => weights.Square().Sum() * Factor;
}
