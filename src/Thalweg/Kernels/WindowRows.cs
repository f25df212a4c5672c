using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>
/// What windows see of a group of channels as rows of a matrix, a row for each place: rows of the window one after the other,
/// in each its columns, in each its channels. Padding is seen as zeros.
/// </summary>
static unsafe class WindowRows
{
    // Shorter runs are moved faster one by one than by a call.
    const int ShortRun = 16;

    /// <summary>Writes the rows of some places, counted through all images.</summary>
    /// <param name="image">The images and their places.</param>
    /// <param name="window">What moves over them.</param>
    /// <param name="x">The images.</param>
    /// <param name="channel">The first channel of the group.</param>
    /// <param name="channels">How many it has.</param>
    /// <param name="place">The first place.</param>
    /// <param name="count">How many.</param>
    /// <param name="rows">Where the matrix goes.</param>
    public static void Gather<T>(in ImageShape image, in Window window, T* x, int channel, int channels, int place, int count, T* rows) where T : unmanaged
    {
        var line = window.Width * channels;
        var together = window.DilationAcross == 1 && channels == image.Channels;
        for (var end = place + count; place < end; place++)
        {
            var (number, down, across) = Split(image, place);
            var (top, bottom) = window.Rows(down, image.Height);
            var (left, right) = window.Columns(across, image.Width);
            var source = x + number * image.Size + channel;
            if (bottom - top < window.Height || right - left < window.Width)
            {
                new Span<T>(rows, window.Height * line).Clear();
            }
            for (var i = top; i < bottom; i++)
            {
                var row = source + (nint)(down * window.StrideDown - window.Top + i * window.DilationDown) * image.Width * image.Channels;
                var first = across * window.StrideAcross - window.Left;
                if (together)
                {
                    Move(row + (nint)(first + left) * channels, rows + i * line + left * channels, (right - left) * channels);
                    continue;
                }
                for (var j = left; j < right; j++)
                {
                    Move(row + (nint)(first + j * window.DilationAcross) * image.Channels, rows + i * line + j * channels, channels);
                }
            }
            rows += window.Height * line;
        }
    }

    /// <summary>The reverse: adds what each row says to the elements that its window sees. Padding takes nothing.</summary>
    public static void Scatter<T>(in ImageShape image, in Window window, T* x, int channel, int channels, int place, int count, T* rows) where T : unmanaged, System.Numerics.INumber<T>
    {
        var line = window.Width * channels;
        var together = window.DilationAcross == 1 && channels == image.Channels;
        for (var end = place + count; place < end; place++)
        {
            var (number, down, across) = Split(image, place);
            var (top, bottom) = window.Rows(down, image.Height);
            var (left, right) = window.Columns(across, image.Width);
            var target = x + number * image.Size + channel;
            for (var i = top; i < bottom; i++)
            {
                var row = target + (nint)(down * window.StrideDown - window.Top + i * window.DilationDown) * image.Width * image.Channels;
                var first = across * window.StrideAcross - window.Left;
                if (together)
                {
                    Add(rows + i * line + left * channels, row + (nint)(first + left) * channels, (right - left) * channels);
                    continue;
                }
                for (var j = left; j < right; j++)
                {
                    Add(rows + i * line + j * channels, row + (nint)(first + j * window.DilationAcross) * image.Channels, channels);
                }
            }
            rows += window.Height * line;
        }
    }

    static (int Image, int Down, int Across) Split(in ImageShape image, int place)
    {
        var (number, rest) = Math.DivRem(place, image.Places);
        var (down, across) = Math.DivRem(rest, image.PlacesAcross);
        return (number, down, across);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Move<T>(T* from, T* to, int count) where T : unmanaged
    {
        if (count >= ShortRun)
        {
            new ReadOnlySpan<T>(from, count).CopyTo(new Span<T>(to, count));
            return;
        }
        for (var i = 0; i < count; i++)
        {
            to[i] = from[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add<T>(T* from, T* to, int count) where T : unmanaged, System.Numerics.INumber<T>
    {
        if (count >= ShortRun)
        {
            var target = new Span<T>(to, count);
            Elementwise.Zip(default(Sum), target, new ReadOnlySpan<T>(from, count), target);
            return;
        }
        for (var i = 0; i < count; i++)
        {
            to[i] += from[i];
        }
    }

    readonly struct Sum : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, System.Numerics.INumber<T> where V : struct, ILanes<T, V> => a + b;
    }
}
