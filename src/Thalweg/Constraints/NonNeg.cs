using Thalweg.Catalogs;

namespace Thalweg.Constraints;

/// <summary>No weight below 0: those that are become 0.</summary>
[Named("non_neg")]
public sealed record NonNeg : Constraint
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor weights) => Tensor.Where(weights >= 0, weights, 0);
}
