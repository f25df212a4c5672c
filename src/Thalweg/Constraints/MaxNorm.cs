using Thalweg.Catalogs;

namespace Thalweg.Constraints;

/// <summary>Vectors no longer than some length: w · min(‖w‖, c) / (10⁻⁷ + ‖w‖).</summary>
/// <remarks>Srivastava et al., 2014, JMLR 15.</remarks>
/// <param name="MaxValue">The greatest length, c.</param>
/// <param name="Axis">The axes along which norms are taken: the first, a unit's inputs, where none are given; [0, 1, 2] for kernels of images.</param>
[Named("max_norm")]
public sealed record MaxNorm(double MaxValue = 2, IReadOnlyList<int>? Axis = null) : Constraint
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor weights)
    {
        var norms = Norms(weights, Axis);
        return weights * (norms.Clip(0, MaxValue) / (norms + Epsilon));
    }
}
