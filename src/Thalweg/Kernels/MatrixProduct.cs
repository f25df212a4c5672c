using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Thalweg.Kernels;

/// <summary>
/// C = A · B, row-major. Each element of C is one chain of fused multiply-adds in increasing k, whatever the vector width.
/// </summary>
static class MatrixProduct
{
    /// <summary>
    /// C (m × n) = op(A) · op(B), where op(A) is m × k and op(B) k × n; a transposed operand lies in memory as its transpose.
    /// </summary>
    public static void Run<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int m, int n, int k, bool transposeA, bool transposeB)
        where T : unmanaged, INumber<T>
    {
        if (!transposeB)
        {
            Tiles(a, b, c, m, n, k, transposeA);
            return;
        }
        // Vectors run along the columns of B: bring them side by side first.
        var turned = ArrayPool<T>.Shared.Rent(b.Length);
        Strided.Gather(b, turned.AsSpan(0, b.Length), [k, n], [1, k], 0);
        Tiles(a, turned.AsSpan(0, b.Length), c, m, n, k, transposeA);
        ArrayPool<T>.Shared.Return(turned);
    }

    static void Tiles<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int m, int n, int k, bool transposeA) where T : unmanaged, INumber<T>
    {
        switch (VectorWidth.Bits)
        {
            case 512: Tiles<T, Lanes512<T>>(a, b, c, m, n, k, transposeA); break;
            case 256: Tiles<T, Lanes256<T>>(a, b, c, m, n, k, transposeA); break;
            default: Tiles<T, Lanes128<T>>(a, b, c, m, n, k, transposeA); break;
        }
    }

    static void Tiles<T, V>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int m, int n, int k, bool transposeA)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var (rowStep, kStep) = transposeA ? (1, m) : (k, 1);
        var wide = n - n % (2 * V.Count);
        ref var pa = ref MemoryMarshal.GetReference(a);
        ref var pb = ref MemoryMarshal.GetReference(b);
        ref var pc = ref MemoryMarshal.GetReference(c);
        for (var j = 0; j < wide; j += 2 * V.Count)
        {
            var i = 0;
            for (; i + 4 <= m; i += 4)
            {
                Tile4<T, V>(ref Unsafe.Add(ref pa, (nint)i * rowStep), rowStep, kStep, ref Unsafe.Add(ref pb, j), n, ref Unsafe.Add(ref pc, (nint)i * n + j), k);
            }
            for (; i < m; i++)
            {
                Tile1<T, V>(ref Unsafe.Add(ref pa, (nint)i * rowStep), kStep, ref Unsafe.Add(ref pb, j), n, ref Unsafe.Add(ref pc, (nint)i * n + j), k);
            }
        }
        if (wide < n)
        {
            Edge<T, V>(a, b, c, m, n, k, rowStep, kStep, wide);
        }
    }

    /// <summary>Four rows by two vectors of C, held in registers while k runs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile4<T, V>(ref T a, int rowStep, int kStep, ref T b, int n, ref T c, int k) where T : unmanaged where V : struct, ILanes<T, V>
    {
        var zero = V.Of(0.0);
        var (c00, c01, c10, c11) = (zero, zero, zero, zero);
        var (c20, c21, c30, c31) = (zero, zero, zero, zero);
        for (var p = 0; p < k; p++)
        {
            var (b0, b1) = (V.Load(ref b), V.Load(ref Unsafe.Add(ref b, V.Count)));
            var a0 = V.Of(a);
            (c00, c01) = (V.Fma(a0, b0, c00), V.Fma(a0, b1, c01));
            var a1 = V.Of(Unsafe.Add(ref a, rowStep));
            (c10, c11) = (V.Fma(a1, b0, c10), V.Fma(a1, b1, c11));
            var a2 = V.Of(Unsafe.Add(ref a, 2 * (nint)rowStep));
            (c20, c21) = (V.Fma(a2, b0, c20), V.Fma(a2, b1, c21));
            var a3 = V.Of(Unsafe.Add(ref a, 3 * (nint)rowStep));
            (c30, c31) = (V.Fma(a3, b0, c30), V.Fma(a3, b1, c31));
            a = ref Unsafe.Add(ref a, kStep);
            b = ref Unsafe.Add(ref b, n);
        }
        V.Store(c00, ref c);
        V.Store(c01, ref Unsafe.Add(ref c, V.Count));
        c = ref Unsafe.Add(ref c, n);
        V.Store(c10, ref c);
        V.Store(c11, ref Unsafe.Add(ref c, V.Count));
        c = ref Unsafe.Add(ref c, n);
        V.Store(c20, ref c);
        V.Store(c21, ref Unsafe.Add(ref c, V.Count));
        c = ref Unsafe.Add(ref c, n);
        V.Store(c30, ref c);
        V.Store(c31, ref Unsafe.Add(ref c, V.Count));
    }

    static void Tile1<T, V>(ref T a, int kStep, ref T b, int n, ref T c, int k) where T : unmanaged where V : struct, ILanes<T, V>
    {
        var (c0, c1) = (V.Of(0.0), V.Of(0.0));
        for (var p = 0; p < k; p++)
        {
            var a0 = V.Of(a);
            (c0, c1) = (V.Fma(a0, V.Load(ref b), c0), V.Fma(a0, V.Load(ref Unsafe.Add(ref b, V.Count)), c1));
            a = ref Unsafe.Add(ref a, kStep);
            b = ref Unsafe.Add(ref b, n);
        }
        V.Store(c0, ref c);
        V.Store(c1, ref Unsafe.Add(ref c, V.Count));
    }

    /// <summary>The columns on the right that don't fill a tile: copied into one that they half fill.</summary>
    static void Edge<T, V>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int m, int n, int k, int rowStep, int kStep, int from)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var (width, tile) = (n - from, 2 * V.Count);
        var columns = ArrayPool<T>.Shared.Rent(Math.Max(1, k) * tile);
        var part = columns.AsSpan(0, k * tile);
        part.Clear();
        for (var p = 0; p < k; p++)
        {
            b.Slice(p * n + from, width).CopyTo(part[(p * tile)..]);
        }
        Span<T> row = stackalloc T[tile];
        for (var i = 0; i < m; i++)
        {
            Tile1<T, V>(ref Unsafe.Add(ref MemoryMarshal.GetReference(a), (nint)i * rowStep), kStep, ref MemoryMarshal.GetArrayDataReference(columns), tile, ref row[0], k);
            row[..width].CopyTo(c[(i * n + from)..]);
        }
        ArrayPool<T>.Shared.Return(columns);
    }
}
