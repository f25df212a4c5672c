using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>Normally distributed around a mean.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The standard deviation.</param>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("random_normal")]
public sealed record RandomNormal(double Mean = 0, double StandardDeviation = 0.05, long? Seed = null) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Make(Shape shape, DType type = DType.Float32) => Tensor.RandomNormal(shape, Mean, StandardDeviation, type, Stream(Seed));
}
