using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>Normally distributed around a mean, none farther than two standard deviations from it.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The standard deviation before the ends are cut off.</param>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("truncated_normal")]
public sealed record TruncatedNormal(double Mean = 0, double StandardDeviation = 0.05, long? Seed = null) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Make(Shape shape, DType type = DType.Float32) => Tensor.TruncatedNormal(shape, Mean, StandardDeviation, type, Stream(Seed));
}
