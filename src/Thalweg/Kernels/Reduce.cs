using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Thalweg.Kernels;

/// <summary>What a reduction combines with: associative but for rounding, with an identity where it has one.</summary>
interface IReduceKernel
{
    /// <summary>The value that leaves another as it is.</summary>
    static abstract T Identity<T>() where T : unmanaged, INumber<T>;

    static abstract V Combine<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>;

    /// <summary>The same of single numbers.</summary>
    static abstract T Combine<T>(T a, T b) where T : unmanaged, INumber<T>;
}

/// <summary>
/// Reductions in one fixed order, whatever the vector width: sixteen running lanes over pieces of 256 elements, lanes
/// folded in halves, pieces combined in a tree. The error of a sum grows with the logarithm of the length.
/// </summary>
static class Reduce
{
    const int Lanes = 16;
    const int Piece = 256;
    const int PieceOfRows = 32;

    /// <summary>All elements of a contiguous run, combined.</summary>
    public static T Row<T, K>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> where K : struct, IReduceKernel => x.Length < Lanes ? Short<T, K>(x) : VectorWidth.Bits switch
    {
        512 => Row<T, Lanes512<T>, K>(x),
        256 => Row<T, Lanes256<T>, K>(x),
        _ => Row<T, Lanes128<T>, K>(x),
    };

    /// <summary>y[j] = the elements x[i, j] over all rows i, combined; x has rows of y's length.</summary>
    public static void Columns<T, K>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        var rows = y.IsEmpty ? 0 : x.Length / y.Length;
        if (rows <= PieceOfRows)
        {
            y.Fill(K.Identity<T>());
            for (var i = 0; i < rows; i++)
            {
                Elementwise.Zip(default(Combine<K>), y, x.Slice(i * y.Length, y.Length), y);
            }
            return;
        }
        var half = Half(rows, PieceOfRows);
        Columns<T, K>(x[..(half * y.Length)], y);
        var other = ArrayPool<T>.Shared.Rent(y.Length);
        Columns<T, K>(x[(half * y.Length)..], other.AsSpan(0, y.Length));
        Elementwise.Zip(default(Combine<K>), y, other.AsSpan(0, y.Length), y);
        ArrayPool<T>.Shared.Return(other);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static T Row<T, V, K>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IReduceKernel
    {
        if (x.Length > Piece)
        {
            var half = Half(x.Length, Piece);
            return K.Combine(Row<T, V, K>(x[..half]), Row<T, V, K>(x[half..]));
        }
        Span<T> lanes = stackalloc T[Lanes];
        lanes.Fill(K.Identity<T>());
        ref var running = ref MemoryMarshal.GetReference(lanes);
        ref var source = ref MemoryMarshal.GetReference(x);
        var whole = x.Length - x.Length % Lanes;
        for (var lane = 0; lane < Lanes; lane += V.Count)
        {
            var sum = V.Load(ref Unsafe.Add(ref running, lane));
            for (nint i = lane; i < whole; i += Lanes)
            {
                sum = K.Combine<T, V>(sum, V.Load(ref Unsafe.Add(ref source, i)));
            }
            V.Store(sum, ref Unsafe.Add(ref running, lane));
        }
        for (var i = whole; i < x.Length; i++)
        {
            lanes[i - whole] = K.Combine(lanes[i - whole], x[i]);
        }
        return Fold<T, K>(lanes);
    }

    /// <summary>Lanes folded in halves.</summary>
    static T Fold<T, K>(Span<T> lanes) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        for (var width = Lanes / 2; width > 0; width /= 2)
        {
            for (var lane = 0; lane + width < Math.Min(lanes.Length, 2 * width); lane++)
            {
                lanes[lane] = K.Combine(lanes[lane], lanes[lane + width]);
            }
        }
        return lanes[0];
    }

    /// <summary>A run that doesn't fill the lanes: those that stay empty hold the identity, which changes nothing.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static T Short<T, K>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        if (x.IsEmpty)
        {
            return K.Identity<T>();
        }
        Span<T> lanes = stackalloc T[Lanes];
        for (var i = 0; i < x.Length; i++)
        {
            lanes[i] = K.Combine(K.Identity<T>(), x[i]);
        }
        return Fold<T, K>(lanes[..x.Length]);
    }

    /// <summary>The part of a long run that goes left in the tree: the greatest power of two of pieces below the whole.</summary>
    static int Half(int length, int piece) => piece * (int)BitOperations.RoundUpToPowerOf2((uint)(length - 1) / (uint)piece + 1) / 2;

    readonly struct Combine<K> : IBinaryKernel where K : struct, IReduceKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => K.Combine<T, V>(a, b);
    }
}
