using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>Rectified linear unit, y = max(0, x); in general, y = x above a threshold up to a greatest value, and a slope times (x − threshold) below it. Gradient 0 at the threshold (the slope, where there is nothing but a slope), as in Keras.</summary>
/// <param name="NegativeSlope">The slope below the threshold.</param>
/// <param name="MaxValue">The greatest value; none where it isn't given.</param>
/// <param name="Threshold">Where x begins to pass.</param>
[Named("relu")]
public sealed record Relu(double NegativeSlope = 0, double? MaxValue = null, double Threshold = 0) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x)
    {
        if (NegativeSlope == 0 && MaxValue is null && Threshold == 0)
        {
            return x.Relu();
        }
        if (MaxValue is null && Threshold == 0)
        {
            return Tensor.Where(x > 0, x, x * NegativeSlope);
        }
        var y = Tensor.Where(x <= Threshold, 0, x);
        if (MaxValue is { } greatest)
        {
            // At the bound itself relu6 has gradient 0 (PyTorch's hardtanh), every other bound 1 (its clamp).
            y = Tensor.Where(greatest == 6 && Threshold == 0 ? x >= greatest : x > greatest, Math.Max(greatest, 0), y);
        }
        return NegativeSlope == 0 ? y : y - (-x + Threshold).Relu() * NegativeSlope;
    }
}
