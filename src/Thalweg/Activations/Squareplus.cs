using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = (x + √(x² + b)) / 2: a smooth ramp without exponentials. Barron, 2021, arXiv 2112.11687.</summary>
/// <param name="B">How wide the bend is.</param>
[Named("squareplus")]
public sealed record Squareplus(double B = 4) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x)
    {
        // Far out the root is |x|, and the square would overflow; on the left x and the root cancel, so the fraction is turned over.
        var near = x.Clip(-1e9, 1e9);
        var root = (near.Square() + B).Sqrt();
        var left = B / ((root - Tensor.Where(x > 0, 0, near)) * 2);
        return Tensor.Where(x > 0, Tensor.Where(x > 1e9, x, (x + root) * 0.5), left);
    }
}
