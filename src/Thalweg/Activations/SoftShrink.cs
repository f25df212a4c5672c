using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = x moved towards 0 by a threshold, 0 where |x| is below it.</summary>
/// <param name="Threshold">How far x is moved.</param>
[Named("soft_shrink")]
public sealed record SoftShrink(double Threshold = 0.5) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Tensor.Where(x > Threshold, x - Threshold, Tensor.Where(x < -Threshold, x + Threshold, 0 * x.StopGradient()));
}
