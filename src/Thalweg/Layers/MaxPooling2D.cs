using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The greatest of what a window sees of each channel: (batch, rows, columns, channels) → (batch, places down, places across, channels).</summary>
/// <remarks>The gradient goes to the first of equally great elements.</remarks>
/// <example><code>new MaxPooling2D(2)   // (batch, 28, 28, 8) → (batch, 14, 14, 8)</code></example>
/// <param name="poolSize">Rows and columns of the window; one number for both; 2 × 2 where it isn't given.</param>
[Named("max_pooling2d")]
public sealed class MaxPooling2D(IReadOnlyList<int>? poolSize = null) : PoolingLayer(poolSize)
{
    /// <summary>With a square window.</summary>
    public MaxPooling2D(int poolSize) : this([poolSize])
    {
    }

    private protected override Tensor Compute(Tensor x) => x.MaxPool2D([.. PoolSize], [.. Strides], Padding);
}
