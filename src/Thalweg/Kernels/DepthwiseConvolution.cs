using System.Numerics;

namespace Thalweg.Kernels;

/// <summary>
/// Convolution of each channel by a window of its own, and its two derivatives; the kernel is (window, channels). Every
/// element is one chain of fused multiply-adds: over the window, over the places that saw an element, over all places.
/// </summary>
static unsafe class DepthwiseConvolution
{
    /// <summary>y = x ∗ kernel.</summary>
    public static void Forward<T>(in ImageShape image, in Window window, ReadOnlySpan<T> x, ReadOnlySpan<T> kernel, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* px = x, pk = kernel, py = y)
        {
            ChannelRows.Run<T, Forwards<T>>(image.Images * image.PlacesDown, image.Channels, (long)y.Length * window.Size, new Forwards<T>(image, window, px, pk, py));
        }
    }

    /// <summary>dx of y = x ∗ kernel.</summary>
    public static void InputGradient<T>(in ImageShape image, in Window window, ReadOnlySpan<T> dy, ReadOnlySpan<T> kernel, Span<T> dx) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* px = dx, pk = kernel, py = dy)
        {
            ChannelRows.Run<T, Backwards<T>>(image.Images * image.Height, image.Channels, (long)dx.Length * window.Size, new Backwards<T>(image, window, px, pk, py));
        }
    }

    /// <summary>The kernel's gradient of y = x ∗ kernel.</summary>
    public static void KernelGradient<T>(in ImageShape image, in Window window, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dk) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* px = x, pk = dk, py = dy)
        {
            ChannelRows.Run<T, Kernels<T>>(window.Size, image.Channels, (long)dy.Length * window.Size, new Kernels<T>(image, window, px, pk, py));
        }
    }

    readonly struct Forwards<T>(ImageShape image, Window window, T* x, T* kernel, T* y) : IChannelWork<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Lanes<V>(int row, int channel) where V : struct, ILanes<T, V>
        {
            var source = Source(row, channel, out var top, out var bottom);
            T* weights = kernel + channel, target = y + (nint)row * image.PlacesAcross * image.Channels + channel;
            nint line = image.Width * image.Channels, channels = image.Channels;
            for (var place = 0; place < image.PlacesAcross; place++)
            {
                var (left, right) = window.Columns(place, image.Width);
                var at = (nint)(place * window.StrideAcross - window.Left) * channels;
                var sum = V.Of(T.Zero);
                for (var i = top; i < bottom; i++)
                {
                    for (var j = left; j < right; j++)
                    {
                        sum = V.Fma(V.Load(ref source[at + i * window.DilationDown * line + j * window.DilationAcross * channels]), V.Load(ref weights[(i * window.Width + j) * channels]), sum);
                    }
                }
                V.Store(sum, ref target[place * channels]);
            }
        }

        public void Single(int row, int channel)
        {
            var source = Source(row, channel, out var top, out var bottom);
            T* weights = kernel + channel, target = y + (nint)row * image.PlacesAcross * image.Channels + channel;
            nint line = image.Width * image.Channels, channels = image.Channels;
            for (var place = 0; place < image.PlacesAcross; place++)
            {
                var (left, right) = window.Columns(place, image.Width);
                var at = (nint)(place * window.StrideAcross - window.Left) * channels;
                var sum = T.Zero;
                for (var i = top; i < bottom; i++)
                {
                    for (var j = left; j < right; j++)
                    {
                        sum = T.FusedMultiplyAdd(source[at + i * window.DilationDown * line + j * window.DilationAcross * channels], weights[(i * window.Width + j) * channels], sum);
                    }
                }
                target[place * channels] = sum;
            }
        }

        /// <summary>Where the window's first element of a row of places lies, and which of its rows lie on the image.</summary>
        T* Source(int row, int channel, out int top, out int bottom)
        {
            var (number, place) = Math.DivRem(row, image.PlacesDown);
            (top, bottom) = window.Rows(place, image.Height);
            return x + number * image.Size + (nint)(place * window.StrideDown - window.Top) * image.Width * image.Channels + channel;
        }
    }

    readonly struct Backwards<T>(ImageShape image, Window window, T* x, T* kernel, T* y) : IChannelWork<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Lanes<V>(int row, int channel) where V : struct, ILanes<T, V>
        {
            var (number, down) = Math.DivRem(row, image.Height);
            nint channels = image.Channels;
            for (var column = 0; column < image.Width; column++)
            {
                var sum = V.Of(T.Zero);
                for (var i = 0; i < window.Height; i++)
                {
                    var place = window.PlaceDown(down, i, image.PlacesDown);
                    for (var j = 0; place >= 0 && j < window.Width; j++)
                    {
                        var across = window.PlaceAcross(column, j, image.PlacesAcross);
                        if (across >= 0)
                        {
                            sum = V.Fma(V.Load(ref y[(((nint)number * image.PlacesDown + place) * image.PlacesAcross + across) * channels + channel]), V.Load(ref kernel[(i * window.Width + j) * channels + channel]), sum);
                        }
                    }
                }
                V.Store(sum, ref x[((nint)row * image.Width + column) * channels + channel]);
            }
        }

        public void Single(int row, int channel)
        {
            var (number, down) = Math.DivRem(row, image.Height);
            nint channels = image.Channels;
            for (var column = 0; column < image.Width; column++)
            {
                var sum = T.Zero;
                for (var i = 0; i < window.Height; i++)
                {
                    var place = window.PlaceDown(down, i, image.PlacesDown);
                    for (var j = 0; place >= 0 && j < window.Width; j++)
                    {
                        var across = window.PlaceAcross(column, j, image.PlacesAcross);
                        if (across >= 0)
                        {
                            sum = T.FusedMultiplyAdd(y[(((nint)number * image.PlacesDown + place) * image.PlacesAcross + across) * channels + channel], kernel[(i * window.Width + j) * channels + channel], sum);
                        }
                    }
                }
                x[((nint)row * image.Width + column) * channels + channel] = sum;
            }
        }
    }

    /// <summary>A row is an element of the window.</summary>
    readonly struct Kernels<T>(ImageShape image, Window window, T* x, T* kernel, T* y) : IChannelWork<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Lanes<V>(int row, int channel) where V : struct, ILanes<T, V>
        {
            var (i, j) = Math.DivRem(row, window.Width);
            nint channels = image.Channels;
            var sum = V.Of(T.Zero);
            for (var place = 0; place < image.Images * image.PlacesDown; place++)
            {
                var source = Source(place, i);
                if (source is null)
                {
                    continue;
                }
                for (var across = 0; across < image.PlacesAcross; across++)
                {
                    var column = across * window.StrideAcross - window.Left + j * window.DilationAcross;
                    if ((uint)column < (uint)image.Width)
                    {
                        sum = V.Fma(V.Load(ref source[column * channels + channel]), V.Load(ref y[((nint)place * image.PlacesAcross + across) * channels + channel]), sum);
                    }
                }
            }
            V.Store(sum, ref kernel[row * channels + channel]);
        }

        public void Single(int row, int channel)
        {
            var (i, j) = Math.DivRem(row, window.Width);
            nint channels = image.Channels;
            var sum = T.Zero;
            for (var place = 0; place < image.Images * image.PlacesDown; place++)
            {
                var source = Source(place, i);
                if (source is null)
                {
                    continue;
                }
                for (var across = 0; across < image.PlacesAcross; across++)
                {
                    var column = across * window.StrideAcross - window.Left + j * window.DilationAcross;
                    if ((uint)column < (uint)image.Width)
                    {
                        sum = T.FusedMultiplyAdd(source[column * channels + channel], y[((nint)place * image.PlacesAcross + across) * channels + channel], sum);
                    }
                }
            }
            kernel[row * channels + channel] = sum;
        }

        /// <summary>The image's row that a row of the window lies on; null where that is padding.</summary>
        T* Source(int place, int i)
        {
            var (number, down) = Math.DivRem(place, image.PlacesDown);
            var at = down * window.StrideDown - window.Top + i * window.DilationDown;
            return (uint)at < (uint)image.Height ? x + number * image.Size + (nint)at * image.Width * image.Channels : null;
        }
    }
}
