using Thalweg.Catalogs;

namespace Thalweg.Constraints;

/// <summary>Vectors between two lengths: w (ρ clip(‖w‖, a, b) + (1 − ρ) ‖w‖) / (10⁻⁷ + ‖w‖).</summary>
/// <param name="MinValue">The least length, a.</param>
/// <param name="MaxValue">The greatest length, b.</param>
/// <param name="Rate">Which part of the way is gone in each step, ρ; 1 is all of it.</param>
/// <param name="Axis">The axes along which norms are taken: the first, a unit's inputs, where none are given; [0, 1, 2] for kernels of images.</param>
[Named("min_max_norm")]
public sealed record MinMaxNorm(double MinValue = 0, double MaxValue = 1, double Rate = 1, IReadOnlyList<int>? Axis = null) : Constraint
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor weights)
    {
        var norms = Norms(weights, Axis);
        var wanted = norms.Clip(MinValue, MaxValue) * Rate + norms * (1 - Rate);
        return weights * (wanted / (norms + Epsilon));
    }
}
