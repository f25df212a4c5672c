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
/// Reductions in one fixed order, whatever the vector width and the number of threads: sixteen running lanes over pieces of
/// 256 elements, lanes of pieces combined in a tree, and folded in halves at the end. The error of a sum grows with the logarithm of the length.
/// </summary>
/// <remarks>
/// A tree puts the greatest power of two of its pieces to the left. So any power of two of pieces, counted from the left,
/// is a branch of its own, which a thread can compute alone.
/// </remarks>
static unsafe class Reduce
{
    const int Lanes = 16;
    const int Piece = 256;
    const int PieceOfRows = 32;

    /// <summary>Elements of a long run that a thread takes at once: a power of two of pieces.</summary>
    const int Branch = 256 * Piece;

    /// <summary>Columns that a thread takes at once; their sums stay in the nearest cache.</summary>
    const int Strip = 512;

    /// <summary>Fewer elements than this take less time than calling for help.</summary>
    const int WorthSharing = 1 << 16;

    /// <summary>All elements of a contiguous run, combined.</summary>
    public static T Row<T, K>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        fixed (T* px = x)
        {
            if (x.Length < 2 * Branch)
            {
                return Row<T, K>(px, x.Length);
            }
            var branches = (x.Length + Branch - 1) / Branch;
            var results = Scratch.For<T>(Scratch.Use.Result, branches * Lanes);
            ThreadTeam.Run(branches, new BranchWork<T, K>(px, x.Length, results));
            Tree<T, K>(results, branches);
            return Fold<T, K>(results);
        }
    }

    /// <summary>y[i] = the elements of row i, combined; rows have one length.</summary>
    public static void Rows<T, K>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        if (y.Length == 0)
        {
            return;
        }
        var length = x.Length / y.Length;
        if (x.Length < WorthSharing || y.Length == 1)
        {
            for (var i = 0; i < y.Length; i++)
            {
                y[i] = Row<T, K>(x.Slice(i * length, length));
            }
            return;
        }
        var together = Math.Max(1, WorthSharing / 2 / Math.Max(1, length));
        fixed (T* px = x, py = y)
        {
            ThreadTeam.Run((y.Length + together - 1) / together, new RowWork<T, K>(px, x.Length, length, together, py));
        }
    }

    /// <summary>y[j] = the elements x[i, j] over all rows i, combined; x has rows of y's length.</summary>
    public static void Columns<T, K>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        var rows = y.IsEmpty ? 0 : x.Length / y.Length;
        fixed (T* px = x, py = y)
        {
            var work = new ColumnWork<T, K>(px, rows, y.Length, py);
            var strips = (y.Length + Strip - 1) / Strip;
            if (x.Length >= WorthSharing)
            {
                ThreadTeam.Run(strips, work);
                return;
            }
            for (var strip = 0; strip < strips; strip++)
            {
                work.Run(strip);
            }
        }
    }

    static T Row<T, K>(T* x, int length) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        if (length < Lanes)
        {
            return Short<T, K>(x, length);
        }
        var lanes = stackalloc T[Lanes];
        LanesOf<T, K>(x, length, lanes);
        return Fold<T, K>(lanes);
    }

    /// <summary>The sixteen lanes of a run that fills them.</summary>
    static void LanesOf<T, K>(T* x, int length, T* lanes) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        switch (VectorWidth.Bits)
        {
            case 512: Pieces<T, Lanes512<T>, K>(x, length, lanes); break;
            case 256: Pieces<T, Lanes256<T>, K>(x, length, lanes); break;
            default: Pieces<T, Lanes128<T>, K>(x, length, lanes); break;
        }
    }

    /// <summary>Lanes of pieces, combined in a tree. Four pieces go side by side: a single chain would wait for its own sums.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Pieces<T, V, K>(T* x, int length, T* lanes) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IReduceKernel
    {
        if (length > 4 * Piece)
        {
            var half = Half(length, Piece);
            var right = stackalloc T[Lanes];
            Pieces<T, V, K>(x, half, lanes);
            Pieces<T, V, K>(x + half, length - half, right);
            for (var lane = 0; lane < Lanes; lane += V.Count)
            {
                V.Store(K.Combine<T, V>(V.Load(ref lanes[lane]), V.Load(ref right[lane])), ref lanes[lane]);
            }
            return;
        }
        var identity = V.Of(K.Identity<T>());
        // What doesn't fill the lanes is the end of the last sixteen, of which the rest is counted already.
        var whole = length - length % Lanes;
        var rest = length - whole;
        var end = x + length - Lanes;
        var uncounted = Uncounted<T>(rest);
        for (var lane = 0; lane < Lanes; lane += V.Count)
        {
            V a = identity, b = identity, c = identity, d = identity;
            var from = x + lane;
            nint i = 0;
            for (var both = Math.Min(Piece, whole - 3 * Piece); i < both; i += Lanes)
            {
                a = K.Combine<T, V>(a, V.Load(ref from[i]));
                b = K.Combine<T, V>(b, V.Load(ref from[Piece + i]));
                c = K.Combine<T, V>(c, V.Load(ref from[2 * Piece + i]));
                d = K.Combine<T, V>(d, V.Load(ref from[3 * Piece + i]));
            }
            for (var first = i; first < Math.Min(Piece, whole); first += Lanes)
            {
                a = K.Combine<T, V>(a, V.Load(ref from[first]));
            }
            for (var second = Piece + i; second < Math.Min(2 * Piece, whole); second += Lanes)
            {
                b = K.Combine<T, V>(b, V.Load(ref from[second]));
            }
            for (var third = 2 * Piece + i; third < Math.Min(3 * Piece, whole); third += Lanes)
            {
                c = K.Combine<T, V>(c, V.Load(ref from[third]));
            }
            if (rest > 0)
            {
                var last = V.Select(V.Load(ref uncounted[lane]), V.Load(ref end[lane]), identity);
                switch (whole / Piece)
                {
                    case 0: a = K.Combine<T, V>(a, last); break;
                    case 1: b = K.Combine<T, V>(b, last); break;
                    case 2: c = K.Combine<T, V>(c, last); break;
                    default: d = K.Combine<T, V>(d, last); break;
                }
            }
            V.Store(K.Combine<T, V>(K.Combine<T, V>(a, b), K.Combine<T, V>(c, d)), ref lanes[lane]);
        }
    }

    /// <summary>A mask of sixteen lanes, set in the last few.</summary>
    static T* Uncounted<T>(int count) where T : unmanaged => (T*)Unsafe.AsPointer(ref Unsafe.AsRef(in MemoryMarshal.GetReference(
        sizeof(T) == sizeof(long) ? MemoryMarshal.AsBytes(LongMask) : MemoryMarshal.AsBytes(IntMask)))) + count;

    // Data of the program itself, which doesn't move.
    static ReadOnlySpan<int> IntMask => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1];

    static ReadOnlySpan<long> LongMask => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1];

    /// <summary>A run that doesn't fill the lanes: those that stay empty hold the identity, which changes nothing.</summary>
    [SkipLocalsInit]
    public static T Short<T, K>(T* x, int length) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        if (length is > 0 and <= 4)
        {
            // The same in registers.
            var first = K.Combine(K.Identity<T>(), x[0]);
            first = length > 2 ? K.Combine(first, K.Combine(K.Identity<T>(), x[2])) : first;
            if (length == 1)
            {
                return first;
            }
            var second = K.Combine(K.Identity<T>(), x[1]);
            return K.Combine(first, length > 3 ? K.Combine(second, K.Combine(K.Identity<T>(), x[3])) : second);
        }
        var lanes = stackalloc T[Lanes];
        lanes[0] = K.Identity<T>();
        for (var i = 0; i < length; i++)
        {
            lanes[i] = K.Combine(K.Identity<T>(), x[i]);
        }
        for (var width = Lanes / 2; width > 0; width /= 2)
        {
            for (var lane = 0; lane + width < Math.Min(length, 2 * width); lane++)
            {
                lanes[lane] = K.Combine(lanes[lane], lanes[lane + width]);
            }
        }
        return lanes[0];
    }

    /// <summary>Sixteen lanes folded: each of the first half with the one as far into the second, again and again.</summary>
    static T Fold<T, K>(T* lanes) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        for (var width = Lanes / 2; width >= Lanes128<T>.Count; width /= 2)
        {
            for (var lane = 0; lane < width; lane += Lanes128<T>.Count)
            {
                Lanes128<T>.Store(K.Combine<T, Lanes128<T>>(Lanes128<T>.Load(ref lanes[lane]), Lanes128<T>.Load(ref lanes[lane + width])), ref lanes[lane]);
            }
        }
        var last = Lanes128<T>.Load(ref *lanes);
        last = K.Combine<T, Lanes128<T>>(last, Lanes128<T>.SwapHalves(last));
        return sizeof(T) == sizeof(long)
            ? Lanes128<T>.First(last)
            : Lanes128<T>.First(K.Combine<T, Lanes128<T>>(last, Lanes128<T>.SwapNeighbours(last)));
    }

    /// <summary>Lanes of the branches of a long run, combined into the first as one run's would be.</summary>
    static void Tree<T, K>(T* lanes, int branches) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        if (branches == 1)
        {
            return;
        }
        var half = Half(branches, 1);
        var right = lanes + half * Lanes;
        Tree<T, K>(lanes, half);
        Tree<T, K>(right, branches - half);
        for (var lane = 0; lane < Lanes; lane += Lanes128<T>.Count)
        {
            Lanes128<T>.Store(K.Combine<T, Lanes128<T>>(Lanes128<T>.Load(ref lanes[lane]), Lanes128<T>.Load(ref right[lane])), ref lanes[lane]);
        }
    }

    static void Columns<T, K>(T* x, nint line, int rows, Span<T> y) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        if (rows <= PieceOfRows && y.Length < Lanes)
        {
            Few<T, K>(x, line, rows, y);
            return;
        }
        if (rows <= PieceOfRows)
        {
            y.Fill(K.Identity<T>());
            for (var i = 0; i < rows; i++)
            {
                Elementwise.Zip(default(Combine<K>), y, new ReadOnlySpan<T>(x + i * line, y.Length), y);
            }
            return;
        }
        var half = Half(rows, PieceOfRows);
        Columns<T, K>(x, line, half, y);
        Span<T> other = stackalloc T[y.Length];
        Columns<T, K>(x + half * line, line, rows - half, other);
        Elementwise.Zip(default(Combine<K>), y, other, y);
    }

    /// <summary>Columns too few for vectors, four side by side in registers.</summary>
    static void Few<T, K>(T* x, nint line, int rows, Span<T> y) where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        var identity = K.Identity<T>();
        var j = 0;
        for (; j + 4 <= y.Length; j += 4)
        {
            var (a, b, c, d) = (identity, identity, identity, identity);
            var from = x + j;
            for (var i = 0; i < rows; i++, from += line)
            {
                (a, b) = (K.Combine(a, from[0]), K.Combine(b, from[1]));
                (c, d) = (K.Combine(c, from[2]), K.Combine(d, from[3]));
            }
            (y[j], y[j + 1], y[j + 2], y[j + 3]) = (a, b, c, d);
        }
        for (; j < y.Length; j++)
        {
            var sum = identity;
            for (var i = 0; i < rows; i++)
            {
                sum = K.Combine(sum, x[i * line + j]);
            }
            y[j] = sum;
        }
    }

    /// <summary>The part of a long run that goes left in the tree: the greatest power of two of pieces below the whole.</summary>
    static int Half(int length, int piece) => piece * (int)BitOperations.RoundUpToPowerOf2((uint)(length - 1) / (uint)piece + 1) / 2;

    readonly struct Combine<K> : IBinaryKernel where K : struct, IReduceKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => K.Combine<T, V>(a, b);
    }

    readonly struct BranchWork<T, K>(T* x, int length, T* lanes) : IParallelWork where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        public void Run(int piece) => LanesOf<T, K>(x + (nint)piece * Branch, Math.Min(Branch, length - piece * Branch), lanes + piece * Lanes);
    }

    readonly struct RowWork<T, K>(T* x, int total, int length, int together, T* y) : IParallelWork where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        public void Run(int piece)
        {
            var end = Math.Min((piece + 1) * together, length == 0 ? int.MaxValue : (total + length - 1) / length);
            for (var i = piece * together; i < end; i++)
            {
                y[i] = Row<T, K>(x + (nint)i * length, Math.Min(length, total - i * length));
            }
        }
    }

    readonly struct ColumnWork<T, K>(T* x, int rows, int columns, T* y) : IParallelWork where T : unmanaged, INumber<T> where K : struct, IReduceKernel
    {
        public void Run(int piece)
        {
            var from = piece * Strip;
            Columns<T, K>(x + from, columns, rows, new Span<T>(y + from, Math.Min(Strip, columns - from)));
        }
    }
}
