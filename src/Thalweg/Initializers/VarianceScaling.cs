using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>The law that scaled values follow.</summary>
public enum Distribution
{
    /// <summary>Normal, cut off at two standard deviations and widened so that the variance stays.</summary>
    TruncatedNormal,

    /// <summary>Normal, with its whole tails.</summary>
    UntruncatedNormal,

    /// <summary>Even between ±√(3 · variance).</summary>
    Uniform,
}

/// <summary>Random values of variance scale / fan, so that signals keep their size from layer to layer.</summary>
/// <param name="Scale">The variance times the fan.</param>
/// <param name="Mode">Which fan.</param>
/// <param name="Distribution">The law.</param>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("variance_scaling")]
public record VarianceScaling(
    double Scale = 1, FanMode Mode = FanMode.In, Distribution Distribution = Distribution.TruncatedNormal, long? Seed = null) : Initializer
{
    /// <summary>The standard deviation of a standard normal variable cut off at ±2.</summary>
    const double Truncated = 0.87962566103423978;

    /// <inheritdoc/>
    public override Tensor Make(Shape shape, DType type = DType.Float32)
    {
        var (fanIn, fanOut) = Fan.Of(shape);
        var fan = Mode switch { FanMode.In => fanIn, FanMode.Out => fanOut, _ => (fanIn + fanOut) / 2 };
        var variance = Scale / Math.Max(1, fan);
        return Distribution switch
        {
            Distribution.TruncatedNormal => Tensor.TruncatedNormal(shape, 0, Math.Sqrt(variance) / Truncated, type, Stream(Seed)),
            Distribution.UntruncatedNormal => Tensor.RandomNormal(shape, 0, Math.Sqrt(variance), type, Stream(Seed)),
            _ => Tensor.RandomUniform(shape, -Math.Sqrt(3 * variance), Math.Sqrt(3 * variance), type, Stream(Seed)),
        };
    }
}
