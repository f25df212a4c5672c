using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Thalweg.Kernels;

/// <summary>A function of one number, written over vectors of any width. Its fields are its parameters.</summary>
interface IUnaryKernel
{
    V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>;
}

/// <summary>A function of two numbers, written over vectors of any width.</summary>
interface IBinaryKernel
{
    V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>;
}

/// <summary>The loops that carry a kernel over spans.</summary>
static class Elementwise
{
    /// <summary>y[i] = kernel(x[i]). The spans may be the same memory.</summary>
    public static void Map<T, K>(K kernel, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T> where K : struct, IUnaryKernel
    {
        if (x.Length >= ElementwiseWork.WorthSharing)
        {
            ElementwiseWork.Map(kernel, x, y);
            return;
        }
        switch (VectorWidth.Bits)
        {
            case 512: Map<T, Lanes512<T>, K>(kernel, x, y); break;
            case 256: Map<T, Lanes256<T>, K>(kernel, x, y); break;
            default: Map<T, Lanes128<T>, K>(kernel, x, y); break;
        }
    }

    /// <summary>y[i] = kernel(a[i], b[i]); an operand of length 1 with <paramref name="y"/> longer stands for every i.</summary>
    public static void Zip<T, K>(K kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where T : unmanaged, INumber<T> where K : struct, IBinaryKernel
    {
        if (y.Length >= ElementwiseWork.WorthSharing)
        {
            ElementwiseWork.Zip(kernel, a, b, y);
            return;
        }
        switch (VectorWidth.Bits)
        {
            case 512: Zip<T, Lanes512<T>, K>(kernel, a, b, y); break;
            case 256: Zip<T, Lanes256<T>, K>(kernel, a, b, y); break;
            default: Zip<T, Lanes128<T>, K>(kernel, a, b, y); break;
        }
    }

    /// <summary>y[i] = whether the mask kernel(a[i], b[i]) is set; an operand of length 1 stands for every i.</summary>
    public static void Compare<T, K>(K kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y) where T : unmanaged, INumber<T> where K : struct, IBinaryKernel
    {
        switch (VectorWidth.Bits)
        {
            case 512: Compare<T, Lanes512<T>, K>(kernel, a, b, y); break;
            case 256: Compare<T, Lanes256<T>, K>(kernel, a, b, y); break;
            default: Compare<T, Lanes128<T>, K>(kernel, a, b, y); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Map<T, V, K>(K kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IUnaryKernel
    {
        ref var source = ref MemoryMarshal.GetReference(x);
        ref var destination = ref MemoryMarshal.GetReference(y);
        var whole = x.Length - x.Length % V.Count;
        for (nint i = 0; i < whole; i += V.Count)
        {
            V.Store(kernel.Run<T, V>(V.Load(ref Unsafe.Add(ref source, i))), ref Unsafe.Add(ref destination, i));
        }
        if (whole < x.Length)
        {
            // The rest goes through a full vector too, so that its bits are those of any other element.
            Span<T> rest = stackalloc T[V.Count];
            rest.Clear();
            x[whole..].CopyTo(rest);
            V.Store(kernel.Run<T, V>(V.Load(ref rest[0])), ref rest[0]);
            rest[..(x.Length - whole)].CopyTo(y[whole..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Zip<T, V, K>(K kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IBinaryKernel
    {
        var whole = y.Length - y.Length % V.Count;
        ref var pa = ref MemoryMarshal.GetReference(a);
        ref var pb = ref MemoryMarshal.GetReference(b);
        ref var py = ref MemoryMarshal.GetReference(y);
        if (a.Length == y.Length && b.Length == y.Length)
        {
            for (nint i = 0; i < whole; i += V.Count)
            {
                V.Store(kernel.Run<T, V>(V.Load(ref Unsafe.Add(ref pa, i)), V.Load(ref Unsafe.Add(ref pb, i))), ref Unsafe.Add(ref py, i));
            }
        }
        else if (b.Length == 1)
        {
            var every = V.Of(pb);
            for (nint i = 0; i < whole; i += V.Count)
            {
                V.Store(kernel.Run<T, V>(V.Load(ref Unsafe.Add(ref pa, i)), every), ref Unsafe.Add(ref py, i));
            }
        }
        else
        {
            var every = V.Of(pa);
            for (nint i = 0; i < whole; i += V.Count)
            {
                V.Store(kernel.Run<T, V>(every, V.Load(ref Unsafe.Add(ref pb, i))), ref Unsafe.Add(ref py, i));
            }
        }
        if (whole < y.Length)
        {
            Span<T> rest = stackalloc T[V.Count];
            V.Store(kernel.Run<T, V>(Rest<T, V>(a, whole, y.Length), Rest<T, V>(b, whole, y.Length)), ref rest[0]);
            rest[..(y.Length - whole)].CopyTo(y[whole..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Compare<T, V, K>(K kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IBinaryKernel
    {
        for (var i = 0; i < y.Length; i += V.Count)
        {
            var mask = V.Bits(kernel.Run<T, V>(Rest<T, V>(a, i, y.Length), Rest<T, V>(b, i, y.Length)));
            var end = Math.Min(V.Count, y.Length - i);
            for (var j = 0; j < end; j++, mask >>= 1)
            {
                y[i + j] = (mask & 1) != 0;
            }
        }
    }

    /// <summary>Up to a vector's worth of an operand from position i on, the missing lanes 0; a single number in every lane.</summary>
    static V Rest<T, V>(ReadOnlySpan<T> x, int i, int length) where T : unmanaged where V : struct, ILanes<T, V>
    {
        if (x.Length == 1 && length != 1)
        {
            return V.Of(x[0]);
        }
        if (i + V.Count <= x.Length)
        {
            return V.Load(ref Unsafe.AsRef(in x[i]));
        }
        Span<T> rest = stackalloc T[V.Count];
        rest.Clear();
        x[i..].CopyTo(rest);
        return V.Load(ref rest[0]);
    }
}
