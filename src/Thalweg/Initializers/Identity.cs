using Thalweg.Catalogs;

namespace Thalweg.Initializers;

/// <summary>A number on the diagonal of a matrix, 0 elsewhere.</summary>
/// <param name="Gain">The number.</param>
[Named("identity")]
public sealed record Identity(double Gain = 1) : Initializer
{
    /// <inheritdoc/>
    public override Tensor Make(Shape shape, DType type = DType.Float32)
    {
        if (shape.Rank != 2)
        {
            throw new ArgumentException($"The identity initialiser makes matrices, but the shape is {shape}.", nameof(shape));
        }
        return Tensor.Eye(shape[0], shape[1], type) * Gain;
    }
}
