namespace Thalweg.Kernels;

/// <summary>
/// A window that moves over an image: how many elements it sees down and across, how far it moves at each step, how far its
/// elements stand apart, and how many rows and columns of padding lie in front of the image.
/// </summary>
readonly record struct Window(int Height, int Width, int StrideDown, int StrideAcross, int DilationDown, int DilationAcross, int Top, int Left)
{
    /// <summary>How many elements it sees.</summary>
    public int Size => Height * Width;

    /// <summary>Whether it sees each element of the image once, by itself.</summary>
    public bool IsPoint => this == new Window(1, 1, 1, 1, 1, 1, 0, 0);

    /// <summary>
    /// How many places a window has along one axis, and how much padding lies in front. Without padding it stays within the
    /// axis; otherwise there are ⌈length / stride⌉ places, and what padding that takes is shared out, the odd one behind.
    /// </summary>
    public static (int Places, int Before) Along(int length, int size, int stride, int dilation, bool padded)
    {
        // A window may be told to be far larger than any image.
        var reach = (size - 1L) * dilation + 1;
        if (!padded)
        {
            return (length < reach ? 0 : (int)((length - reach) / stride) + 1, 0);
        }
        var places = (int)((length + stride - 1L) / stride);
        return (places, checked((int)(Math.Max(0, (places - 1L) * stride + reach - length) / 2)));
    }

    /// <summary>The rows of the window that lie on an image of some height, at a place.</summary>
    public (int First, int Last) Rows(int place, int height) => On(place * StrideDown - Top, Height, DilationDown, height);

    /// <summary>The columns of the window that lie on an image of some width, at a place.</summary>
    public (int First, int Last) Columns(int place, int width) => On(place * StrideAcross - Left, Width, DilationAcross, width);

    /// <summary>The place down at which a row of the window lies on a row of the image; −1 where there is none.</summary>
    public int PlaceDown(int row, int of, int places) => Place(row + Top - of * DilationDown, StrideDown, places);

    /// <summary>The place across at which a column of the window lies on a column of the image; −1 where there is none.</summary>
    public int PlaceAcross(int column, int of, int places) => Place(column + Left - of * DilationAcross, StrideAcross, places);

    static (int First, int Last) On(int start, int size, int dilation, int length)
    {
        var first = start >= 0 ? 0 : (dilation - 1 - start) / dilation;
        var last = Math.Min(size, length <= start ? 0 : (length - start + dilation - 1) / dilation);
        return (first, Math.Max(first, last));
    }

    static int Place(int offset, int stride, int places)
    {
        if (offset < 0 || stride > 1 && offset % stride != 0)
        {
            return -1;
        }
        var place = offset / stride;
        return place < places ? place : -1;
    }
}
