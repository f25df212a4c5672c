using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The greatest of all elements of each channel: (batch, rows, columns, channels) → (batch, channels).</summary>
/// <remarks>The gradient is shared equally among equally great elements.</remarks>
/// <example><code>new GlobalMaxPooling2D()   // (batch, 7, 7, 64) → (batch, 64)</code></example>
[Named("global_max_pooling2d")]
public sealed class GlobalMaxPooling2D : GlobalPoolingLayer
{
    private protected override Tensor Compute(Tensor x) => x.Max([1, 2], Keepdims);
}
