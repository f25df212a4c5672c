using Thalweg.Catalogs;

namespace Thalweg.Layers;

/// <summary>The mean of what a window sees of each channel: (batch, rows, columns, channels) → (batch, places down, places across, channels).</summary>
/// <remarks>Beyond the edges there is nothing: what a window sees there doesn't count, as in Keras on TensorFlow and JAX (on PyTorch it repeats the edges where the padding is uneven).</remarks>
/// <example><code>new AveragePooling2D(2)   // (batch, 28, 28, 8) → (batch, 14, 14, 8)</code></example>
/// <param name="poolSize">Rows and columns of the window; one number for both; 2 × 2 where it isn't given.</param>
[Named("average_pooling2d")]
public sealed class AveragePooling2D(IReadOnlyList<int>? poolSize = null) : PoolingLayer(poolSize)
{
    /// <summary>With a square window.</summary>
    public AveragePooling2D(int poolSize) : this([poolSize])
    {
    }

    private protected override Tensor Compute(Tensor x) => x.AveragePool2D([.. PoolSize], [.. Strides], Padding);
}
