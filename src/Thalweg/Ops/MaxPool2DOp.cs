using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The greatest elements of windows of images.</summary>
public static class MaxPool2DOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// The greatest element that each window sees of each channel: (batch, rows, columns, channels) → (batch, places down, places across,
        /// channels); NaN where it sees one. Padding isn't seen. The gradient goes to the first of equally great elements, row by row.
        /// </summary>
        /// <example><code>var y = Tensor.Ones([1, 28, 28, 8]).MaxPool2D([2, 2], strides: [2, 2]);   // (1, 14, 14, 8)</code></example>
        /// <param name="size">Rows and columns of the window; one number for both.</param>
        /// <param name="strides">How far it moves, likewise; 1 where none is given.</param>
        /// <param name="padding">Whether it may reach over the edges.</param>
        /// <exception cref="ArgumentException">x isn't a batch of images, or the window has no place on them.</exception>
        public Tensor MaxPool2D(ReadOnlySpan<int> size, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid)
        {
            x = WindowSettings.Images(x, nameof(MaxPool2D));
            var (window, down, across) = WindowSettings.Of(x.Shape, size, strides, default, padding, nameof(MaxPool2D));
            Shape shape = [x.Shape[0], down, across, x.Shape[3]];
            var images = x.Shape;
            return new Operation(window).Apply(shape, x.DType, x)
                .WithGradient((x, dy => Place(dy, new Positions(window).Apply(shape, DType.Int32, x.Detached()), images)));
        }
    }

    /// <summary>Zeros of a shape with elements added at positions.</summary>
    static Tensor Place(Tensor dy, Tensor positions, Shape shape) =>
        new Placing().Apply(shape, dy.DType, dy, positions).WithGradient((dy, dx => Pick(dx, positions)));

    /// <summary>The elements at positions.</summary>
    static Tensor Pick(Tensor x, Tensor positions)
    {
        var shape = x.Shape;
        return new Picking().Apply(positions.Shape, x.DType, x, positions).WithGradient((x, dy => Place(dy, positions, shape)));
    }

    static ImageShape Images(Tensor x, Tensor y) => new(x.Shape[0], x.Shape[1], x.Shape[2], x.Shape[3], y.Shape[1], y.Shape[2]);

    sealed record Operation(Window Window) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            var x = inputs[0];
            if (x.DType == DType.Float32)
            {
                Pooling.Max(Images(x, output), Window, x.Span<float>(), output.Span<float>());
            }
            else
            {
                Pooling.Max(Images(x, output), Window, x.Span<double>(), output.Span<double>());
            }
        }
    }

    sealed record Positions(Window Window) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            var x = inputs[0];
            if (x.DType == DType.Float32)
            {
                Pooling.Positions(Images(x, output), Window, x.Span<float>(), output.Span<int>());
            }
            else
            {
                Pooling.Positions(Images(x, output), Window, x.Span<double>(), output.Span<int>());
            }
        }
    }

    sealed record Placing : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            if (output.DType == DType.Float32)
            {
                Run<float>(inputs[0], inputs[1], output);
            }
            else
            {
                Run<double>(inputs[0], inputs[1], output);
            }
        }

        static void Run<T>(Tensor dy, Tensor positions, Tensor dx) where T : unmanaged, INumber<T>
        {
            var from = dy.Span<T>();
            var at = positions.Span<int>();
            var to = dx.Span<T>();
            to.Clear();
            for (var i = 0; i < from.Length; i++)
            {
                to[at[i]] += from[i];
            }
        }
    }

    sealed record Picking : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            if (output.DType == DType.Float32)
            {
                Run<float>(inputs[0], inputs[1], output);
            }
            else
            {
                Run<double>(inputs[0], inputs[1], output);
            }
        }

        static void Run<T>(Tensor x, Tensor positions, Tensor y) where T : unmanaged
        {
            var from = x.Span<T>();
            var at = positions.Span<int>();
            var to = y.Span<T>();
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = from[at[i]];
            }
        }
    }
}
