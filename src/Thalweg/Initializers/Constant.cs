using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>All the same number.</summary>
/// <param name="Value">The number.</param>
[Named("constant")]
public sealed record Constant(double Value = 0) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Make(Shape shape, DType type = DType.Float32) => Tensor.Full(shape, Value, type);
}
