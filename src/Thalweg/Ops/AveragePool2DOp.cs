using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The means of windows of images.</summary>
public static class AveragePool2DOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// The mean of what each window sees of each channel: (batch, rows, columns, channels) → (batch, places down, places across, channels).
        /// Padding isn't seen, and doesn't count.
        /// </summary>
        /// <example><code>var y = Tensor.Ones([1, 28, 28, 8]).AveragePool2D([2, 2], strides: [2, 2]);   // (1, 14, 14, 8)</code></example>
        /// <param name="size">Rows and columns of the window; one number for both.</param>
        /// <param name="strides">How far it moves, likewise; 1 where none is given.</param>
        /// <param name="padding">Whether it may reach over the edges.</param>
        /// <exception cref="ArgumentException">x isn't a batch of images, or the window has no place on them.</exception>
        public Tensor AveragePool2D(ReadOnlySpan<int> size, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid)
        {
            x = WindowSettings.Images(x, nameof(AveragePool2D));
            var (window, down, across) = WindowSettings.Of(x.Shape, size, strides, default, padding, nameof(AveragePool2D));
            return Mean(x, window, down, across);
        }
    }

    static Tensor Mean(Tensor x, Window window, int down, int across)
    {
        var images = x.Shape;
        return new Operation(window).Apply([images[0], down, across, images[3]], x.DType, x).WithGradient((x, dy => Spread(dy, window, images)));
    }

    static Tensor Spread(Tensor dy, Window window, Shape images)
    {
        var (down, across) = (dy.Shape[1], dy.Shape[2]);
        return new Adjoint(window).Apply(images, dy.DType, dy).WithGradient((dy, dx => Mean(dx, window, down, across)));
    }

    static ImageShape Images(Tensor x, Tensor y) => new(x.Shape[0], x.Shape[1], x.Shape[2], x.Shape[3], y.Shape[1], y.Shape[2]);

    sealed record Operation(Window Window) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            var x = inputs[0];
            if (x.DType == DType.Float32)
            {
                Pooling.Mean(Images(x, output), Window, x.Span<float>(), output.Span<float>());
            }
            else
            {
                Pooling.Mean(Images(x, output), Window, x.Span<double>(), output.Span<double>());
            }
        }
    }

    sealed record Adjoint(Window Window) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            var dy = inputs[0];
            if (dy.DType == DType.Float32)
            {
                Pooling.Spread(Images(output, dy), Window, dy.Span<float>(), output.Span<float>());
            }
            else
            {
                Pooling.Spread(Images(output, dy), Window, dy.Span<double>(), output.Span<double>());
            }
        }
    }
}
