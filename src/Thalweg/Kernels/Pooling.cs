using System.Numerics;

namespace Thalweg.Kernels;

/// <summary>The greatest and the mean of what a window sees of each channel, with what their gradients need. Padding isn't seen.</summary>
static unsafe class Pooling
{
    /// <summary>The greatest element of each window; NaN where it sees one.</summary>
    public static void Max<T>(in ImageShape image, in Window window, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* px = x, py = y)
        {
            Run<T, Maxima<T>>(image, window, y.Length, new Maxima<T>(image, window, px, py));
        }
    }

    /// <summary>Where each window's greatest element lies among all elements of the images: the first that is, or the first NaN.</summary>
    public static void Positions<T>(in ImageShape image, in Window window, ReadOnlySpan<T> x, Span<int> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* px = x)
        fixed (int* py = y)
        {
            Run<T, Places<T>>(image, window, y.Length, new Places<T>(image, window, px, py));
        }
    }

    /// <summary>The mean of what each window sees.</summary>
    public static void Mean<T>(in ImageShape image, in Window window, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* px = x, py = y)
        {
            Run<T, Means<T>>(image, window, y.Length, new Means<T>(image, window, px, py));
        }
    }

    /// <summary>dx of the mean: each element takes from the windows that see it, divided by what else they see.</summary>
    public static void Spread<T>(in ImageShape image, in Window window, ReadOnlySpan<T> dy, Span<T> dx) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* px = dx, py = dy)
        {
            ChannelRows.Run<T, Spreading<T>>(image.Images * image.Height, image.Channels, (long)dx.Length * window.Size, new Spreading<T>(image, window, px, py));
        }
    }

    static void Run<T, W>(in ImageShape image, in Window window, long length, W work) where T : unmanaged, INumber<T> where W : struct, IChannelWork<T> =>
        ChannelRows.Run<T, W>(image.Images * image.PlacesDown, image.Channels, length * window.Size, work);

    readonly struct Maxima<T>(ImageShape image, Window window, T* x, T* y) : IChannelWork<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Lanes<V>(int row, int channel) where V : struct, ILanes<T, V>
        {
            for (var place = 0; place < image.PlacesAcross; place++)
            {
                var sight = new Sight<T>(image, window, x + channel, row, place);
                var most = V.Of(T.NegativeInfinity);
                for (var i = sight.Top; i < sight.Bottom; i++)
                {
                    for (var j = sight.Left; j < sight.Right; j++)
                    {
                        most = V.Max(most, V.Load(ref *sight.At(i, j)));
                    }
                }
                V.Store(most, ref y[((nint)row * image.PlacesAcross + place) * image.Channels + channel]);
            }
        }

        public void Single(int row, int channel)
        {
            for (var place = 0; place < image.PlacesAcross; place++)
            {
                var sight = new Sight<T>(image, window, x + channel, row, place);
                var most = T.NegativeInfinity;
                for (var i = sight.Top; i < sight.Bottom; i++)
                {
                    for (var j = sight.Left; j < sight.Right; j++)
                    {
                        most = T.Max(most, *sight.At(i, j));
                    }
                }
                y[((nint)row * image.PlacesAcross + place) * image.Channels + channel] = most;
            }
        }
    }

    readonly struct Places<T>(ImageShape image, Window window, T* x, int* y) : IChannelWork<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Lanes<V>(int row, int channel) where V : struct, ILanes<T, V>
        {
            var found = stackalloc T[V.Count];
            var offsets = Scratch.For<int>(Scratch.Use.Windows, window.Size);
            for (var tap = 0; tap < window.Size; tap++)
            {
                var (i, j) = Math.DivRem(tap, window.Width);
                offsets[tap] = (i * window.DilationDown * image.Width + j * window.DilationAcross) * image.Channels;
            }
            for (var place = 0; place < image.PlacesAcross; place++)
            {
                var sight = new Sight<T>(image, window, x + channel, row, place);
                var most = V.Load(ref *sight.At(sight.Top, sight.Left));
                var taps = V.Of((double)(sight.Top * window.Width + sight.Left));
                for (var i = sight.Top; i < sight.Bottom; i++)
                {
                    for (var j = sight.Left; j < sight.Right; j++)
                    {
                        var here = V.Load(ref *sight.At(i, j));
                        // A NaN isn't equal to itself; the first one is kept.
                        var better = V.Less(most, here) | (~V.Equal(here, here) & V.Equal(most, most));
                        most = V.Select(better, here, most);
                        taps = V.Select(better, V.Of((double)(i * window.Width + j)), taps);
                    }
                }
                V.Store(taps, ref *found);
                var target = y + ((nint)row * image.PlacesAcross + place) * image.Channels + channel;
                var first = (int)(sight.At(0, 0) - x);
                for (var lane = 0; lane < V.Count; lane++)
                {
                    target[lane] = first + offsets[int.CreateTruncating(found[lane])] + lane;
                }
            }
        }

        public void Single(int row, int channel)
        {
            for (var place = 0; place < image.PlacesAcross; place++)
            {
                var sight = new Sight<T>(image, window, x + channel, row, place);
                var found = sight.At(sight.Top, sight.Left);
                for (var i = sight.Top; i < sight.Bottom; i++)
                {
                    for (var j = sight.Left; j < sight.Right; j++)
                    {
                        var here = sight.At(i, j);
                        found = *here > *found || T.IsNaN(*here) && !T.IsNaN(*found) ? here : found;
                    }
                }
                y[((nint)row * image.PlacesAcross + place) * image.Channels + channel] = (int)(found - x);
            }
        }
    }

    readonly struct Means<T>(ImageShape image, Window window, T* x, T* y) : IChannelWork<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Lanes<V>(int row, int channel) where V : struct, ILanes<T, V>
        {
            for (var place = 0; place < image.PlacesAcross; place++)
            {
                var sight = new Sight<T>(image, window, x + channel, row, place);
                var sum = V.Of(T.Zero);
                for (var i = sight.Top; i < sight.Bottom; i++)
                {
                    for (var j = sight.Left; j < sight.Right; j++)
                    {
                        sum += V.Load(ref *sight.At(i, j));
                    }
                }
                V.Store(sum / V.Of((double)sight.Count), ref y[((nint)row * image.PlacesAcross + place) * image.Channels + channel]);
            }
        }

        public void Single(int row, int channel)
        {
            for (var place = 0; place < image.PlacesAcross; place++)
            {
                var sight = new Sight<T>(image, window, x + channel, row, place);
                var sum = T.Zero;
                for (var i = sight.Top; i < sight.Bottom; i++)
                {
                    for (var j = sight.Left; j < sight.Right; j++)
                    {
                        sum += *sight.At(i, j);
                    }
                }
                y[((nint)row * image.PlacesAcross + place) * image.Channels + channel] = sum / T.CreateTruncating(sight.Count);
            }
        }
    }

    readonly struct Spreading<T>(ImageShape image, Window window, T* x, T* y) : IChannelWork<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Lanes<V>(int row, int channel) where V : struct, ILanes<T, V>
        {
            var (number, down) = Math.DivRem(row, image.Height);
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
                            sum += V.Load(ref *At(number, place, across, channel)) / V.Of((double)Seen(place, across));
                        }
                    }
                }
                V.Store(sum, ref x[((nint)row * image.Width + column) * image.Channels + channel]);
            }
        }

        public void Single(int row, int channel)
        {
            var (number, down) = Math.DivRem(row, image.Height);
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
                            sum += *At(number, place, across, channel) / T.CreateTruncating(Seen(place, across));
                        }
                    }
                }
                x[((nint)row * image.Width + column) * image.Channels + channel] = sum;
            }
        }

        T* At(int number, int place, int across, int channel) => y + (((nint)number * image.PlacesDown + place) * image.PlacesAcross + across) * image.Channels + channel;

        /// <summary>How many elements the window sees at a place.</summary>
        int Seen(int place, int across)
        {
            var ((top, bottom), (left, right)) = (window.Rows(place, image.Height), window.Columns(across, image.Width));
            return (bottom - top) * (right - left);
        }
    }

    /// <summary>What a window sees at one place.</summary>
    readonly struct Sight<T> where T : unmanaged
    {
        readonly T* first;
        readonly nint down, across;

        public Sight(in ImageShape image, in Window window, T* x, int row, int place)
        {
            var (number, of) = Math.DivRem(row, image.PlacesDown);
            (Top, Bottom) = window.Rows(of, image.Height);
            (Left, Right) = window.Columns(place, image.Width);
            (down, across) = ((nint)window.DilationDown * image.Width * image.Channels, (nint)window.DilationAcross * image.Channels);
            first = x + number * image.Size + ((nint)(of * window.StrideDown - window.Top) * image.Width + place * window.StrideAcross - window.Left) * image.Channels;
        }

        public int Top { get; }

        public int Bottom { get; }

        public int Left { get; }

        public int Right { get; }

        public int Count => (Bottom - Top) * (Right - Left);

        public T* At(int i, int j) => first + i * down + j * across;
    }
}
