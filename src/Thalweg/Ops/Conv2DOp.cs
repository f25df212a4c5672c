using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Convolution of images (as networks have it: the kernel isn't turned round).</summary>
public static class Conv2DOp
{
    extension(Tensor x)
    {
        /// <summary>
        /// y[b, i, j, f] = Σ x[b, i·stride + p·dilation − top, j·stride + q·dilation − left, c] · kernel[p, q, c, f] over rows p and columns q of
        /// the kernel and channels c: (batch, rows, columns, channels) by (rows, columns, channels / groups, filters) gives (batch, places down,
        /// places across, filters).
        /// </summary>
        /// <example><code>var y = Tensor.Ones([1, 28, 28, 1]).Conv2D(Tensor.Ones([3, 3, 1, 8]), padding: Padding.Same);   // (1, 28, 28, 8)</code></example>
        /// <param name="kernel">What each place is multiplied by.</param>
        /// <param name="strides">How far the window moves, down and across; one number for both; 1 where none is given.</param>
        /// <param name="padding">Whether it may reach over the edges, where it sees zeros.</param>
        /// <param name="dilation">How far its elements stand apart, likewise.</param>
        /// <param name="groups">Into how many groups channels and filters are divided, in order: filters see the channels of their group alone.</param>
        /// <exception cref="ArgumentException">The shapes don't fit each other, or the window has no place on the images.</exception>
        public Tensor Conv2D(Tensor kernel, ReadOnlySpan<int> strides = default, Padding padding = Padding.Valid, ReadOnlySpan<int> dilation = default, int groups = 1)
        {
            ArgumentNullException.ThrowIfNull(kernel);
            (x, kernel) = CastOp.Promote(WindowSettings.Images(x, nameof(Conv2D)), kernel.Floating());
            if (groups <= 0 || kernel.Rank != 4 || x.Shape[3] != kernel.Shape[2] * groups || kernel.Shape[3] % groups != 0)
            {
                throw new ArgumentException(
                    $"Conv2D of shapes {x.Shape} and {kernel.Shape} in {groups} group{(groups == 1 ? "" : "s")}: the kernel must be (rows, columns, channels / groups, filters), "
                    + "and the groups divide channels and filters.", nameof(kernel));
            }
            var (window, down, across) = WindowSettings.Of(x.Shape, kernel.Shape.AsSpan()[..2], strides, dilation, padding, nameof(Conv2D));
            return Forward(x, kernel, new Setting(window, groups, down, across));
        }
    }

    // The three are linear in each of their two inputs, and each is a pullback of the others.
    static Tensor Forward(Tensor x, Tensor kernel, Setting setting)
    {
        var (images, kernels) = (x.Shape, kernel.Shape);
        return new Operation(setting).Apply([images[0], setting.Down, setting.Across, kernels[3]], x.DType, x, kernel).WithGradient(
            (x, dy => InputGradient(dy, kernel, images, setting)),
            (kernel, dy => KernelGradient(x, dy, kernels, setting)));
    }

    static Tensor InputGradient(Tensor dy, Tensor kernel, Shape images, Setting setting)
    {
        var kernels = kernel.Shape;
        return new InputOperation(setting).Apply(images, dy.DType, dy, kernel).WithGradient(
            (dy, dx => Forward(dx, kernel, setting)),
            (kernel, dx => KernelGradient(dx, dy, kernels, setting)));
    }

    static Tensor KernelGradient(Tensor x, Tensor dy, Shape kernels, Setting setting)
    {
        var images = x.Shape;
        return new KernelOperation(setting).Apply(kernels, x.DType, x, dy).WithGradient(
            (x, dk => InputGradient(dy, dk, images, setting)),
            (dy, dk => Forward(x, dk, setting)));
    }

    /// <summary>The window on images of a known size, its places, and the groups of channels.</summary>
    internal readonly record struct Setting(Window Window, int Groups, int Down, int Across)
    {
        public ImageShape On(Shape images) => new(images[0], images[1], images[2], images[3], Down, Across);

        /// <summary>Whether each channel has one filter of its own.</summary>
        public bool IsDepthwise(Shape images, int filters) => Groups > 1 && Groups == images[3] && Groups == filters;
    }

    internal sealed record Operation(Setting Setting) : Thalweg.Operation
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

        void Run<T>(Tensor x, Tensor kernel, Tensor y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (image, filters) = (Setting.On(x.Shape), y.Shape[3]);
            if (Setting.IsDepthwise(x.Shape, filters))
            {
                DepthwiseConvolution.Forward(image, Setting.Window, x.Span<T>(), kernel.Span<T>(), y.Span<T>());
                return;
            }
            Convolution.Forward(image, Setting.Window, filters, Setting.Groups, x.Span<T>(), kernel.Span<T>(), y.Span<T>());
        }
    }

    sealed record InputOperation(Setting Setting) : Thalweg.Operation
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

        void Run<T>(Tensor dy, Tensor kernel, Tensor dx) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (image, filters) = (Setting.On(dx.Shape), dy.Shape[3]);
            if (Setting.IsDepthwise(dx.Shape, filters))
            {
                DepthwiseConvolution.InputGradient(image, Setting.Window, dy.Span<T>(), kernel.Span<T>(), dx.Span<T>());
                return;
            }
            Convolution.InputGradient(image, Setting.Window, filters, Setting.Groups, dy.Span<T>(), kernel.Span<T>(), dx.Span<T>());
        }
    }

    sealed record KernelOperation(Setting Setting) : Thalweg.Operation
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

        void Run<T>(Tensor x, Tensor dy, Tensor dk) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (image, filters) = (Setting.On(x.Shape), dy.Shape[3]);
            if (Setting.IsDepthwise(x.Shape, filters))
            {
                DepthwiseConvolution.KernelGradient(image, Setting.Window, x.Span<T>(), dy.Span<T>(), dk.Span<T>());
                return;
            }
            Convolution.KernelGradient(image, Setting.Window, filters, Setting.Groups, x.Span<T>(), dy.Span<T>(), dk.Span<T>());
        }
    }
}
