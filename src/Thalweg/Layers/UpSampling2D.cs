using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>Each element of an image several times, down and across: (batch, rows, columns, channels) → (batch, rows · down, columns · across, channels).</summary>
/// <remarks>Keras's layer with nearest interpolation; its others aren't here.</remarks>
/// <example><code>new UpSampling2D(2)   // (batch, 7, 7, 64) → (batch, 14, 14, 64)</code></example>
/// <param name="size">How often, down and across; one number for both; twice where it isn't given.</param>
[Named("up_sampling2d")]
public sealed class UpSampling2D(IReadOnlyList<int>? size = null) : ImageLayer
{
    /// <summary>As often down as across.</summary>
    public UpSampling2D(int size) : this([size])
    {
    }

    /// <summary>How often, down and across.</summary>
    public IReadOnlyList<int> Size { get; } = WindowSettings.Two(size ?? [2], nameof(size));

    private protected override Shape OutputOf(Shape images) => [images[0], Longer(images[1], Size[0]), Longer(images[2], Size[1]), images[3]];

    private protected override Tensor Compute(Tensor x)
    {
        var (batch, rows, columns, channels) = (x.Shape[0], x.Shape[1], x.Shape[2], x.Shape[3]);
        return x.Reshape([batch, rows, 1, columns, 1, channels])
            .BroadcastTo([batch, rows, Size[0], columns, Size[1], channels])
            .Reshape([batch, rows * Size[0], columns * Size[1], channels]);
    }

    static int Longer(int length, int by) => length == Shape.Unknown ? Shape.Unknown : checked(length * by);
}
