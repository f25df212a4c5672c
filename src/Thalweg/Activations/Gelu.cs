using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>Gaussian error linear unit, y = x Φ(x) with Φ the normal distribution function. Hendrycks and Gimpel, 2016, arXiv 1606.08415.</summary>
/// <param name="Approximate">Whether to use ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))).</param>
[Named("gelu")]
public sealed record Gelu(bool Approximate = false) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x)
    {
        if (!Approximate)
        {
            return x * x.NormalCdf();
        }
        // Beyond ±10 the tangent is ±1 to the last bit; the cube would overflow far out and its gradient become NaN.
        var near = x.Clip(-10, 10);
        return x * ((near + near.Square() * near * 0.044715) * Math.Sqrt(2 / Math.PI)).Tanh() * 0.5 + x * 0.5;
    }
}
