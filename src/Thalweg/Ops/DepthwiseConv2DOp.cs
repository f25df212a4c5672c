namespace Thalweg;

/// <summary>Convolution of each channel by filters of its own.</summary>
public static class DepthwiseConv2DOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// Each channel by its own filters: (batch, rows, columns, channels) by (rows, columns, channels, multiplier) gives channels · multiplier
        /// channels, those of one input channel side by side.
        /// </summary>
        /// <example><code>var y = Tensor.Ones([1, 28, 28, 4]).DepthwiseConv2D(Tensor.Ones([3, 3, 4, 1]));   // (1, 26, 26, 4)</code></example>
        /// <param name="kernel">What each place is multiplied by.</param>
        /// <param name="strides">How far the window moves, down and across; one number for both; 1 where none is given.</param>
        /// <param name="padding">Whether it may reach over the edges, where it sees zeros.</param>
        /// <param name="dilation">How far its elements stand apart, likewise.</param>
        /// <exception cref="ArgumentException">The shapes don't fit each other, or the window has no place on the images.</exception>
        public Tensor DepthwiseConv2D(Tensor kernel, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid, ReadOnlySpan<int> dilation = default)
        {
            ArgumentNullException.ThrowIfNull(kernel);
            x = WindowSettings.Images(x, nameof(DepthwiseConv2D));
            if (kernel.Rank != 4 || kernel.Shape[2] != x.Shape[3])
            {
                throw new ArgumentException($"DepthwiseConv2D of shapes {x.Shape} and {kernel.Shape}: the kernel must be (rows, columns, channels, multiplier) with the {x.Shape[3]} channels of the images.", nameof(kernel));
            }
            var (channels, multiplier) = (x.Shape[3], kernel.Shape[3]);
            var each = multiplier == 1 ? x : x.ExpandDims(-1).BroadcastTo([.. x.Shape, multiplier]).Reshape([.. x.Shape[..3], channels * multiplier]);
            // A channel written out for each of its filters makes one channel a group.
            return each.Conv2D(kernel.Reshape([kernel.Shape[0], kernel.Shape[1], 1, channels * multiplier]), strides, padding, dilation, channels * multiplier);
        }
    }
}
