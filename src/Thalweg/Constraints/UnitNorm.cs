using Thalweg.Catalogs;

namespace Thalweg.Constraints;

/// <summary>Vectors of length 1: w / (10⁻⁷ + ‖w‖).</summary>
/// <param name="Axis">The axes along which norms are taken: the first, a unit's inputs, where none are given; [0, 1, 2] for kernels of images.</param>
[Named("unit_norm")]
public sealed record UnitNorm(IReadOnlyList<int>? Axis = null) : Constraint
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor weights) => weights / (Norms(weights, Axis) + Epsilon);
}
