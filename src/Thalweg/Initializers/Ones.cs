using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>All 1.</summary>
[Named("ones")]
public sealed record Ones : Initializer
{
    /// <inheritdoc/>
    public override Tensor Make(Shape shape, DType type = DType.Float32) => Tensor.Ones(shape, type);
}
