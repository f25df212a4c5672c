using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>What a tile does with what C holds.</summary>
enum TileMode
{
    /// <summary>Overwrites it: the chains begin at 0.</summary>
    Begin,

    /// <summary>Goes on from it: it holds the chains so far, as one rounding after another left them.</summary>
    Resume,

    /// <summary>Adds the finished chains to it.</summary>
    Add,
}

/// <summary>
/// The innermost loops of the matrix product: a few rows by two vectors of C stay in registers while k runs, each element
/// one chain of fused multiply-adds. One function per height, since only named variables become registers.
/// </summary>
/// <remarks>
/// A and B are walked with strides, so that the same loops serve packed panels and operands as they lie: element (i, p) of A
/// is <c>a[i · row + p · step]</c>, the two vectors of B at p begin at <c>b[p · next]</c>, row i of C at <c>c[i · line]</c>.
/// Rows of A are reached from one pointer per three rows: more pointers wouldn't fit the general registers.
/// </remarks>
static unsafe class MatrixTile
{
    /// <summary>Vectors of C side by side in a tile.</summary>
    public const int Vectors = 2;

    /// <summary>The greatest height: 24 of 32 registers hold C with 512 bits, 12 of 16 otherwise.</summary>
    public static int Height<T, V>() where T : unmanaged where V : struct, ILanes<T, V> => V.Count * sizeof(T) == 64 ? 12 : 6;

    /// <summary>The height of the next tile where this many rows are left.</summary>
    public static int Next<T, V>(int left) where T : unmanaged where V : struct, ILanes<T, V> =>
        left >= Height<T, V>() ? Height<T, V>() : left >= 8 ? 8 : left >= 6 ? 6 : left >= 4 ? 4 : left >= 2 ? 2 : 1;

    /// <summary>A tile of one of the heights that <see cref="Next"/> gives.</summary>
    public static void Run<T, V>(int height, T* a, nint row, nint step, T* b, nint next, T* c, nint line, int k, TileMode mode)
        where T : unmanaged where V : struct, ILanes<T, V>
    {
        switch (height)
        {
            case 12: Rows12<T, V>(a, row, step, b, next, c, line, k, mode); break;
            case 8: Rows8<T, V>(a, row, step, b, next, c, line, k, mode); break;
            case 6: Rows6<T, V>(a, row, step, b, next, c, line, k, mode); break;
            case 4: Rows4<T, V>(a, row, step, b, next, c, line, k, mode); break;
            case 2: Rows2<T, V>(a, row, step, b, next, c, line, k, mode); break;
            default: Rows1<T, V>(a, row, step, b, next, c, line, k, mode); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Rows12<T, V>(T* a, nint row, nint step, T* b, nint next, T* c, nint line, int k, TileMode mode)
        where T : unmanaged where V : struct, ILanes<T, V>
    {
        var zero = V.Of(default(T));
        var (c00, c01, c10, c11) = (zero, zero, zero, zero);
        var (c20, c21, c30, c31) = (zero, zero, zero, zero);
        var (c40, c41, c50, c51) = (zero, zero, zero, zero);
        var (c60, c61, c70, c71) = (zero, zero, zero, zero);
        var (c80, c81, c90, c91) = (zero, zero, zero, zero);
        var (cA0, cA1, cB0, cB1) = (zero, zero, zero, zero);
        var count = V.Count;
        if (mode == TileMode.Resume)
        {
            (c00, c01) = (V.Load(ref *c), V.Load(ref *(c + count)));
            (c10, c11) = (V.Load(ref *(c + line)), V.Load(ref *(c + line + count)));
            (c20, c21) = (V.Load(ref *(c + 2 * line)), V.Load(ref *(c + 2 * line + count)));
            (c30, c31) = (V.Load(ref *(c + 3 * line)), V.Load(ref *(c + 3 * line + count)));
            (c40, c41) = (V.Load(ref *(c + 4 * line)), V.Load(ref *(c + 4 * line + count)));
            (c50, c51) = (V.Load(ref *(c + 5 * line)), V.Load(ref *(c + 5 * line + count)));
            (c60, c61) = (V.Load(ref *(c + 6 * line)), V.Load(ref *(c + 6 * line + count)));
            (c70, c71) = (V.Load(ref *(c + 7 * line)), V.Load(ref *(c + 7 * line + count)));
            (c80, c81) = (V.Load(ref *(c + 8 * line)), V.Load(ref *(c + 8 * line + count)));
            (c90, c91) = (V.Load(ref *(c + 9 * line)), V.Load(ref *(c + 9 * line + count)));
            (cA0, cA1) = (V.Load(ref *(c + 10 * line)), V.Load(ref *(c + 10 * line + count)));
            (cB0, cB1) = (V.Load(ref *(c + 11 * line)), V.Load(ref *(c + 11 * line + count)));
        }
        T* a0 = a, a1 = a + 3 * row, a2 = a + 6 * row, a3 = a + 9 * row;
        var row2 = 2 * row;
        for (; k > 0; k--, b += next)
        {
            var (b0, b1) = (V.Load(ref *b), V.Load(ref b[count]));
            var x = V.Of(*a0);
            (c00, c01) = (V.Fma(x, b0, c00), V.Fma(x, b1, c01));
            x = V.Of(a0[row]);
            (c10, c11) = (V.Fma(x, b0, c10), V.Fma(x, b1, c11));
            x = V.Of(a0[row2]);
            (c20, c21) = (V.Fma(x, b0, c20), V.Fma(x, b1, c21));
            x = V.Of(*a1);
            (c30, c31) = (V.Fma(x, b0, c30), V.Fma(x, b1, c31));
            x = V.Of(a1[row]);
            (c40, c41) = (V.Fma(x, b0, c40), V.Fma(x, b1, c41));
            x = V.Of(a1[row2]);
            (c50, c51) = (V.Fma(x, b0, c50), V.Fma(x, b1, c51));
            x = V.Of(*a2);
            (c60, c61) = (V.Fma(x, b0, c60), V.Fma(x, b1, c61));
            x = V.Of(a2[row]);
            (c70, c71) = (V.Fma(x, b0, c70), V.Fma(x, b1, c71));
            x = V.Of(a2[row2]);
            (c80, c81) = (V.Fma(x, b0, c80), V.Fma(x, b1, c81));
            x = V.Of(*a3);
            (c90, c91) = (V.Fma(x, b0, c90), V.Fma(x, b1, c91));
            x = V.Of(a3[row]);
            (cA0, cA1) = (V.Fma(x, b0, cA0), V.Fma(x, b1, cA1));
            x = V.Of(a3[row2]);
            (cB0, cB1) = (V.Fma(x, b0, cB0), V.Fma(x, b1, cB1));
            a0 += step;
            a1 += step;
            a2 += step;
            a3 += step;
        }
        if (mode == TileMode.Add)
        {
            (c00, c01) = (V.Load(ref *c) + c00, V.Load(ref *(c + count)) + c01);
            (c10, c11) = (V.Load(ref *(c + line)) + c10, V.Load(ref *(c + line + count)) + c11);
            (c20, c21) = (V.Load(ref *(c + 2 * line)) + c20, V.Load(ref *(c + 2 * line + count)) + c21);
            (c30, c31) = (V.Load(ref *(c + 3 * line)) + c30, V.Load(ref *(c + 3 * line + count)) + c31);
            (c40, c41) = (V.Load(ref *(c + 4 * line)) + c40, V.Load(ref *(c + 4 * line + count)) + c41);
            (c50, c51) = (V.Load(ref *(c + 5 * line)) + c50, V.Load(ref *(c + 5 * line + count)) + c51);
            (c60, c61) = (V.Load(ref *(c + 6 * line)) + c60, V.Load(ref *(c + 6 * line + count)) + c61);
            (c70, c71) = (V.Load(ref *(c + 7 * line)) + c70, V.Load(ref *(c + 7 * line + count)) + c71);
            (c80, c81) = (V.Load(ref *(c + 8 * line)) + c80, V.Load(ref *(c + 8 * line + count)) + c81);
            (c90, c91) = (V.Load(ref *(c + 9 * line)) + c90, V.Load(ref *(c + 9 * line + count)) + c91);
            (cA0, cA1) = (V.Load(ref *(c + 10 * line)) + cA0, V.Load(ref *(c + 10 * line + count)) + cA1);
            (cB0, cB1) = (V.Load(ref *(c + 11 * line)) + cB0, V.Load(ref *(c + 11 * line + count)) + cB1);
        }
        V.Store(c00, ref *c);
        V.Store(c01, ref *(c + count));
        V.Store(c10, ref *(c + line));
        V.Store(c11, ref *(c + line + count));
        V.Store(c20, ref *(c + 2 * line));
        V.Store(c21, ref *(c + 2 * line + count));
        V.Store(c30, ref *(c + 3 * line));
        V.Store(c31, ref *(c + 3 * line + count));
        V.Store(c40, ref *(c + 4 * line));
        V.Store(c41, ref *(c + 4 * line + count));
        V.Store(c50, ref *(c + 5 * line));
        V.Store(c51, ref *(c + 5 * line + count));
        V.Store(c60, ref *(c + 6 * line));
        V.Store(c61, ref *(c + 6 * line + count));
        V.Store(c70, ref *(c + 7 * line));
        V.Store(c71, ref *(c + 7 * line + count));
        V.Store(c80, ref *(c + 8 * line));
        V.Store(c81, ref *(c + 8 * line + count));
        V.Store(c90, ref *(c + 9 * line));
        V.Store(c91, ref *(c + 9 * line + count));
        V.Store(cA0, ref *(c + 10 * line));
        V.Store(cA1, ref *(c + 10 * line + count));
        V.Store(cB0, ref *(c + 11 * line));
        V.Store(cB1, ref *(c + 11 * line + count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Rows8<T, V>(T* a, nint row, nint step, T* b, nint next, T* c, nint line, int k, TileMode mode)
        where T : unmanaged where V : struct, ILanes<T, V>
    {
        var zero = V.Of(default(T));
        var (c00, c01, c10, c11) = (zero, zero, zero, zero);
        var (c20, c21, c30, c31) = (zero, zero, zero, zero);
        var (c40, c41, c50, c51) = (zero, zero, zero, zero);
        var (c60, c61, c70, c71) = (zero, zero, zero, zero);
        var count = V.Count;
        if (mode == TileMode.Resume)
        {
            (c00, c01) = (V.Load(ref *c), V.Load(ref *(c + count)));
            (c10, c11) = (V.Load(ref *(c + line)), V.Load(ref *(c + line + count)));
            (c20, c21) = (V.Load(ref *(c + 2 * line)), V.Load(ref *(c + 2 * line + count)));
            (c30, c31) = (V.Load(ref *(c + 3 * line)), V.Load(ref *(c + 3 * line + count)));
            (c40, c41) = (V.Load(ref *(c + 4 * line)), V.Load(ref *(c + 4 * line + count)));
            (c50, c51) = (V.Load(ref *(c + 5 * line)), V.Load(ref *(c + 5 * line + count)));
            (c60, c61) = (V.Load(ref *(c + 6 * line)), V.Load(ref *(c + 6 * line + count)));
            (c70, c71) = (V.Load(ref *(c + 7 * line)), V.Load(ref *(c + 7 * line + count)));
        }
        T* a0 = a, a1 = a + 3 * row, a2 = a + 6 * row;
        var row2 = 2 * row;
        for (; k > 0; k--, b += next)
        {
            var (b0, b1) = (V.Load(ref *b), V.Load(ref b[count]));
            var x = V.Of(*a0);
            (c00, c01) = (V.Fma(x, b0, c00), V.Fma(x, b1, c01));
            x = V.Of(a0[row]);
            (c10, c11) = (V.Fma(x, b0, c10), V.Fma(x, b1, c11));
            x = V.Of(a0[row2]);
            (c20, c21) = (V.Fma(x, b0, c20), V.Fma(x, b1, c21));
            x = V.Of(*a1);
            (c30, c31) = (V.Fma(x, b0, c30), V.Fma(x, b1, c31));
            x = V.Of(a1[row]);
            (c40, c41) = (V.Fma(x, b0, c40), V.Fma(x, b1, c41));
            x = V.Of(a1[row2]);
            (c50, c51) = (V.Fma(x, b0, c50), V.Fma(x, b1, c51));
            x = V.Of(*a2);
            (c60, c61) = (V.Fma(x, b0, c60), V.Fma(x, b1, c61));
            x = V.Of(a2[row]);
            (c70, c71) = (V.Fma(x, b0, c70), V.Fma(x, b1, c71));
            a0 += step;
            a1 += step;
            a2 += step;
        }
        if (mode == TileMode.Add)
        {
            (c00, c01) = (V.Load(ref *c) + c00, V.Load(ref *(c + count)) + c01);
            (c10, c11) = (V.Load(ref *(c + line)) + c10, V.Load(ref *(c + line + count)) + c11);
            (c20, c21) = (V.Load(ref *(c + 2 * line)) + c20, V.Load(ref *(c + 2 * line + count)) + c21);
            (c30, c31) = (V.Load(ref *(c + 3 * line)) + c30, V.Load(ref *(c + 3 * line + count)) + c31);
            (c40, c41) = (V.Load(ref *(c + 4 * line)) + c40, V.Load(ref *(c + 4 * line + count)) + c41);
            (c50, c51) = (V.Load(ref *(c + 5 * line)) + c50, V.Load(ref *(c + 5 * line + count)) + c51);
            (c60, c61) = (V.Load(ref *(c + 6 * line)) + c60, V.Load(ref *(c + 6 * line + count)) + c61);
            (c70, c71) = (V.Load(ref *(c + 7 * line)) + c70, V.Load(ref *(c + 7 * line + count)) + c71);
        }
        V.Store(c00, ref *c);
        V.Store(c01, ref *(c + count));
        V.Store(c10, ref *(c + line));
        V.Store(c11, ref *(c + line + count));
        V.Store(c20, ref *(c + 2 * line));
        V.Store(c21, ref *(c + 2 * line + count));
        V.Store(c30, ref *(c + 3 * line));
        V.Store(c31, ref *(c + 3 * line + count));
        V.Store(c40, ref *(c + 4 * line));
        V.Store(c41, ref *(c + 4 * line + count));
        V.Store(c50, ref *(c + 5 * line));
        V.Store(c51, ref *(c + 5 * line + count));
        V.Store(c60, ref *(c + 6 * line));
        V.Store(c61, ref *(c + 6 * line + count));
        V.Store(c70, ref *(c + 7 * line));
        V.Store(c71, ref *(c + 7 * line + count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Rows6<T, V>(T* a, nint row, nint step, T* b, nint next, T* c, nint line, int k, TileMode mode)
        where T : unmanaged where V : struct, ILanes<T, V>
    {
        var zero = V.Of(default(T));
        var (c00, c01, c10, c11) = (zero, zero, zero, zero);
        var (c20, c21, c30, c31) = (zero, zero, zero, zero);
        var (c40, c41, c50, c51) = (zero, zero, zero, zero);
        var count = V.Count;
        if (mode == TileMode.Resume)
        {
            (c00, c01) = (V.Load(ref *c), V.Load(ref *(c + count)));
            (c10, c11) = (V.Load(ref *(c + line)), V.Load(ref *(c + line + count)));
            (c20, c21) = (V.Load(ref *(c + 2 * line)), V.Load(ref *(c + 2 * line + count)));
            (c30, c31) = (V.Load(ref *(c + 3 * line)), V.Load(ref *(c + 3 * line + count)));
            (c40, c41) = (V.Load(ref *(c + 4 * line)), V.Load(ref *(c + 4 * line + count)));
            (c50, c51) = (V.Load(ref *(c + 5 * line)), V.Load(ref *(c + 5 * line + count)));
        }
        T* a0 = a, a1 = a + 3 * row;
        var row2 = 2 * row;
        for (; k > 0; k--, b += next)
        {
            var (b0, b1) = (V.Load(ref *b), V.Load(ref b[count]));
            var x = V.Of(*a0);
            (c00, c01) = (V.Fma(x, b0, c00), V.Fma(x, b1, c01));
            x = V.Of(a0[row]);
            (c10, c11) = (V.Fma(x, b0, c10), V.Fma(x, b1, c11));
            x = V.Of(a0[row2]);
            (c20, c21) = (V.Fma(x, b0, c20), V.Fma(x, b1, c21));
            x = V.Of(*a1);
            (c30, c31) = (V.Fma(x, b0, c30), V.Fma(x, b1, c31));
            x = V.Of(a1[row]);
            (c40, c41) = (V.Fma(x, b0, c40), V.Fma(x, b1, c41));
            x = V.Of(a1[row2]);
            (c50, c51) = (V.Fma(x, b0, c50), V.Fma(x, b1, c51));
            a0 += step;
            a1 += step;
        }
        if (mode == TileMode.Add)
        {
            (c00, c01) = (V.Load(ref *c) + c00, V.Load(ref *(c + count)) + c01);
            (c10, c11) = (V.Load(ref *(c + line)) + c10, V.Load(ref *(c + line + count)) + c11);
            (c20, c21) = (V.Load(ref *(c + 2 * line)) + c20, V.Load(ref *(c + 2 * line + count)) + c21);
            (c30, c31) = (V.Load(ref *(c + 3 * line)) + c30, V.Load(ref *(c + 3 * line + count)) + c31);
            (c40, c41) = (V.Load(ref *(c + 4 * line)) + c40, V.Load(ref *(c + 4 * line + count)) + c41);
            (c50, c51) = (V.Load(ref *(c + 5 * line)) + c50, V.Load(ref *(c + 5 * line + count)) + c51);
        }
        V.Store(c00, ref *c);
        V.Store(c01, ref *(c + count));
        V.Store(c10, ref *(c + line));
        V.Store(c11, ref *(c + line + count));
        V.Store(c20, ref *(c + 2 * line));
        V.Store(c21, ref *(c + 2 * line + count));
        V.Store(c30, ref *(c + 3 * line));
        V.Store(c31, ref *(c + 3 * line + count));
        V.Store(c40, ref *(c + 4 * line));
        V.Store(c41, ref *(c + 4 * line + count));
        V.Store(c50, ref *(c + 5 * line));
        V.Store(c51, ref *(c + 5 * line + count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Rows4<T, V>(T* a, nint row, nint step, T* b, nint next, T* c, nint line, int k, TileMode mode)
        where T : unmanaged where V : struct, ILanes<T, V>
    {
        var zero = V.Of(default(T));
        var (c00, c01, c10, c11) = (zero, zero, zero, zero);
        var (c20, c21, c30, c31) = (zero, zero, zero, zero);
        var count = V.Count;
        if (mode == TileMode.Resume)
        {
            (c00, c01) = (V.Load(ref *c), V.Load(ref *(c + count)));
            (c10, c11) = (V.Load(ref *(c + line)), V.Load(ref *(c + line + count)));
            (c20, c21) = (V.Load(ref *(c + 2 * line)), V.Load(ref *(c + 2 * line + count)));
            (c30, c31) = (V.Load(ref *(c + 3 * line)), V.Load(ref *(c + 3 * line + count)));
        }
        T* a0 = a, a1 = a + 3 * row;
        var row2 = 2 * row;
        for (; k > 0; k--, b += next)
        {
            var (b0, b1) = (V.Load(ref *b), V.Load(ref b[count]));
            var x = V.Of(*a0);
            (c00, c01) = (V.Fma(x, b0, c00), V.Fma(x, b1, c01));
            x = V.Of(a0[row]);
            (c10, c11) = (V.Fma(x, b0, c10), V.Fma(x, b1, c11));
            x = V.Of(a0[row2]);
            (c20, c21) = (V.Fma(x, b0, c20), V.Fma(x, b1, c21));
            x = V.Of(*a1);
            (c30, c31) = (V.Fma(x, b0, c30), V.Fma(x, b1, c31));
            a0 += step;
            a1 += step;
        }
        if (mode == TileMode.Add)
        {
            (c00, c01) = (V.Load(ref *c) + c00, V.Load(ref *(c + count)) + c01);
            (c10, c11) = (V.Load(ref *(c + line)) + c10, V.Load(ref *(c + line + count)) + c11);
            (c20, c21) = (V.Load(ref *(c + 2 * line)) + c20, V.Load(ref *(c + 2 * line + count)) + c21);
            (c30, c31) = (V.Load(ref *(c + 3 * line)) + c30, V.Load(ref *(c + 3 * line + count)) + c31);
        }
        V.Store(c00, ref *c);
        V.Store(c01, ref *(c + count));
        V.Store(c10, ref *(c + line));
        V.Store(c11, ref *(c + line + count));
        V.Store(c20, ref *(c + 2 * line));
        V.Store(c21, ref *(c + 2 * line + count));
        V.Store(c30, ref *(c + 3 * line));
        V.Store(c31, ref *(c + 3 * line + count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Rows2<T, V>(T* a, nint row, nint step, T* b, nint next, T* c, nint line, int k, TileMode mode)
        where T : unmanaged where V : struct, ILanes<T, V>
    {
        var zero = V.Of(default(T));
        var (c00, c01, c10, c11) = (zero, zero, zero, zero);
        var count = V.Count;
        if (mode == TileMode.Resume)
        {
            (c00, c01) = (V.Load(ref *c), V.Load(ref *(c + count)));
            (c10, c11) = (V.Load(ref *(c + line)), V.Load(ref *(c + line + count)));
        }
        var a0 = a;
        for (; k > 0; k--, b += next)
        {
            var (b0, b1) = (V.Load(ref *b), V.Load(ref b[count]));
            var x = V.Of(*a0);
            (c00, c01) = (V.Fma(x, b0, c00), V.Fma(x, b1, c01));
            x = V.Of(a0[row]);
            (c10, c11) = (V.Fma(x, b0, c10), V.Fma(x, b1, c11));
            a0 += step;
        }
        if (mode == TileMode.Add)
        {
            (c00, c01) = (V.Load(ref *c) + c00, V.Load(ref *(c + count)) + c01);
            (c10, c11) = (V.Load(ref *(c + line)) + c10, V.Load(ref *(c + line + count)) + c11);
        }
        V.Store(c00, ref *c);
        V.Store(c01, ref *(c + count));
        V.Store(c10, ref *(c + line));
        V.Store(c11, ref *(c + line + count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Rows1<T, V>(T* a, nint row, nint step, T* b, nint next, T* c, nint line, int k, TileMode mode)
        where T : unmanaged where V : struct, ILanes<T, V>
    {
        var zero = V.Of(default(T));
        var (c00, c01) = (zero, zero);
        var count = V.Count;
        if (mode == TileMode.Resume)
        {
            (c00, c01) = (V.Load(ref *c), V.Load(ref *(c + count)));
        }
        var a0 = a;
        for (; k > 0; k--, b += next)
        {
            var (b0, b1) = (V.Load(ref *b), V.Load(ref b[count]));
            var x = V.Of(*a0);
            (c00, c01) = (V.Fma(x, b0, c00), V.Fma(x, b1, c01));
            a0 += step;
        }
        if (mode == TileMode.Add)
        {
            (c00, c01) = (V.Load(ref *c) + c00, V.Load(ref *(c + count)) + c01);
        }
        V.Store(c00, ref *c);
        V.Store(c01, ref *(c + count));
    }
}
