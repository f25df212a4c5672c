using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The mean of all elements of each channel: (batch, rows, columns, channels) → (batch, channels).</summary>
/// <remarks>Lin et al., 2013, arXiv 1312.4400: takes the place of flattening before the last dense layer.</remarks>
/// <example><code>new GlobalAveragePooling2D()   // (batch, 7, 7, 64) → (batch, 64)</code></example>
[Named("global_average_pooling2d")]
public sealed class GlobalAveragePooling2D : GlobalPoolingLayer
{
    private protected override Tensor Compute(Tensor x) => x.Mean([1, 2], Keepdims);
}
