using System.Numerics;
using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>The function that leaves a number as it is.</summary>
readonly record struct Identity : IUnaryKernel
{
    public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => x;
}

/// <summary>
/// What becomes of a matrix product while the tile that was just computed is still in the nearest cache: a number per
/// column is added, then a function applied. The bits are those of the same operations one after another.
/// </summary>
static unsafe class Epilogue
{
    /// <summary>c = activation(c + bias) on some rows of <paramref name="width"/> columns; no bias where it is null.</summary>
    public static void Run<T, V, K>(K activation, T* bias, T* c, nint line, int rows, int width)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IUnaryKernel
    {
        if (bias is null && typeof(K) == typeof(Identity))
        {
            return;
        }
        var whole = width - width % V.Count;
        for (var i = 0; i < rows; i++, c += line)
        {
            for (var j = 0; j < whole; j += V.Count)
            {
                var x = V.Load(ref c[j]);
                V.Store(activation.Run<T, V>(bias is null ? x : x + V.Load(ref bias[j])), ref c[j]);
            }
            if (whole < width)
            {
                Rest<T, V, K>(activation, bias is null ? bias : bias + whole, c + whole, width - whole);
            }
        }
    }

    /// <summary>Fewer elements than a vector holds.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Rest<T, V, K>(K activation, T* bias, T* c, int count)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IUnaryKernel
    {
        Span<T> x = stackalloc T[V.Count];
        Span<T> b = stackalloc T[V.Count];
        x.Clear();
        new ReadOnlySpan<T>(c, count).CopyTo(x);
        var sum = V.Load(ref x[0]);
        if (bias is not null)
        {
            b.Clear();
            new ReadOnlySpan<T>(bias, count).CopyTo(b);
            sum += V.Load(ref b[0]);
        }
        V.Store(activation.Run<T, V>(sum), ref x[0]);
        x[..count].CopyTo(new Span<T>(c, count));
    }
}
