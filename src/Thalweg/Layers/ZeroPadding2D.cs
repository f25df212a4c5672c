using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>Zeros around images: (batch, rows, columns, channels) → (batch, top + rows + bottom, left + columns + right, channels).</summary>
/// <example><code>new ZeroPadding2D([0, 1, 0, 1])   // (batch, 28, 28, 8) → (batch, 29, 29, 8)</code></example>
/// <param name="padding">How many rows and columns: one number for all sides, two for rows and columns, or four: top, bottom, left, right. 1 where it isn't given.</param>
[Named("zero_padding2d")]
public sealed class ZeroPadding2D(IReadOnlyList<int>? padding = null) : ImageLayer
{
    /// <summary>As much on every side.</summary>
    public ZeroPadding2D(int padding) : this([padding])
    {
    }

    /// <summary>How many rows above and below, and columns left and right.</summary>
    public IReadOnlyList<int> Padding { get; } = Sides(padding ?? [1]);

    private protected override Shape OutputOf(Shape images) =>
        [images[0], Longer(images[1], Padding[0], Padding[1]), Longer(images[2], Padding[2], Padding[3]), images[3]];

    private protected override Tensor Compute(Tensor x) => Framed(Framed(x, 1, Padding[0], Padding[1]), 2, Padding[2], Padding[3]);

    static Tensor Framed(Tensor x, int axis, int before, int behind) => before + behind == 0
        ? x
        : Tensor.Concat([Tensor.Zeros(x.Shape.With(axis, before), x.DType), x, Tensor.Zeros(x.Shape.With(axis, behind), x.DType)], axis);

    static int Longer(int length, int before, int behind) => length == Shape.Unknown ? Shape.Unknown : checked(length + before + behind);

    static IReadOnlyList<int> Sides(IReadOnlyList<int> padding)
    {
        foreach (var number in padding)
        {
            Require.NotNegative(number, nameof(padding));
        }
        return padding.Count switch
        {
            1 => [padding[0], padding[0], padding[0], padding[0]],
            2 => [padding[0], padding[0], padding[1], padding[1]],
            4 => [.. padding],
            _ => throw new ArgumentException($"The padding has {padding.Count} numbers; one, two (rows, columns) or four (top, bottom, left, right) are expected.", nameof(padding)),
        };
    }
}
