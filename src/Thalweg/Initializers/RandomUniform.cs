using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>Evenly distributed between two bounds.</summary>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
/// <param name="Seed">A seed of its own; the same values each time.</param>
[Named("random_uniform")]
public sealed record RandomUniform(double Low = -0.05, double High = 0.05, long? Seed = null) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Make(Shape shape, DType type = DType.Float32) => Tensor.RandomUniform(shape, Low, High, type, Stream(Seed));
}
