using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>All 0: the default for biases.</summary>
[Named("zeros")]
public sealed record Zeros : Initializer
{
    /// <inheritdoc/>
    public override Tensor Make(Shape shape, DType type = DType.Float32) => Tensor.Zeros(shape, type);
}
