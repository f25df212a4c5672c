using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = x where |x| is above a threshold, otherwise 0.</summary>
/// <param name="Threshold">How far from 0 is still nothing.</param>
[Named("hard_shrink")]
public sealed record HardShrink(double Threshold = 0.5) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Tensor.Where(x.Abs() <= Threshold, 0, x);
}
