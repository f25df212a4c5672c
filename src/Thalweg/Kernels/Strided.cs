namespace Thalweg.Kernels;

/// <summary>Moves elements between a contiguous block and one that is walked with a stride per axis.</summary>
static class Strided
{
    /// <summary>y = the elements of x at start + Σ positionₐ · strideₐ, in row-major order of the lengths.</summary>
    public static void Gather<T>(ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<int> lengths, ReadOnlySpan<int> strides, int start) where T : unmanaged
    {
        if (lengths.IsEmpty)
        {
            y[0] = x[start];
            return;
        }
        var (length, stride) = (lengths[0], strides[0]);
        if (lengths.Length == 1)
        {
            if (stride == 1)
            {
                x.Slice(start, length).CopyTo(y);
                return;
            }
            for (var i = 0; i < length; i++, start += stride)
            {
                y[i] = x[start];
            }
            return;
        }
        if (length == 0)
        {
            return;
        }
        if (lengths.Length == 2 && stride == 1 && strides[1] >= length)
        {
            Transposition.Run(x[start..], strides[1], y, lengths[1], length);
            return;
        }
        var part = y.Length / length;
        for (var i = 0; i < length; i++, start += stride)
        {
            Gather(x, y.Slice(i * part, part), lengths[1..], strides[1..], start);
        }
    }

    /// <summary>The elements of x, in order, to y at start + Σ positionₐ · strideₐ; the rest of y stays.</summary>
    public static void Scatter<T>(ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<int> lengths, ReadOnlySpan<int> strides, int start) where T : unmanaged
    {
        if (lengths.IsEmpty)
        {
            y[start] = x[0];
            return;
        }
        var (length, stride) = (lengths[0], strides[0]);
        if (lengths.Length == 1)
        {
            for (var i = 0; i < length; i++, start += stride)
            {
                y[start] = x[i];
            }
            return;
        }
        if (length == 0)
        {
            return;
        }
        var part = x.Length / length;
        for (var i = 0; i < length; i++, start += stride)
        {
            Scatter(x.Slice(i * part, part), y, lengths[1..], strides[1..], start);
        }
    }

    /// <summary>The strides of a contiguous block with these lengths.</summary>
    public static int[] RowMajor(ReadOnlySpan<int> lengths)
    {
        var strides = new int[lengths.Length];
        var stride = 1;
        for (var axis = lengths.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= lengths[axis];
        }
        return strides;
    }
}
