using System.Numerics;
using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>
/// A vector by a matrix: y[j] = Σₚ x[p] · M[p, j], where the matrix is read once and nothing but its memory's speed counts.
/// Each element is the same chain in increasing p as in any other matrix product, so lanes are elements of y.
/// </summary>
/// <remarks>
/// A matrix that lies as its transpose is turned in small blocks on the way, since a vector along p would add up in another
/// order. A piece is a run of y.
/// </remarks>
unsafe struct MatrixVector<T, V> : IParallelWork where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
{
    /// <summary>Rows of the matrix that go into y in one sweep over it.</summary>
    const int Sweep = 8;

    // A block that is turned: few enough rows for the processor to foresee each of their next lines.
    const int TurnedRows = 32;
    const int TurnedDepth = 64;

    public T* X, Matrix, Y;
    public nint Line;
    public int Length, Depth;

    /// <summary>Whether row j of the matrix in memory holds the factors of y[j].</summary>
    public bool Turned;

    /// <summary>How many elements of y are a piece.</summary>
    public int Block;

    public readonly void Run(int piece)
    {
        var from = piece * Block;
        var length = Math.Min(Block, Length - from);
        if (Turned)
        {
            var together = RowDots.Rows<T>();
            var done = 0;
            for (; together > 0 && done + together <= length; done += together)
            {
                RowDots.Run(X, Matrix + (from + done) * Line, Line, Y + from + done, Depth);
            }
            Turn(Matrix + (from + done) * Line, Y + from + done, length - done);
        }
        else
        {
            Columns(Matrix + from, Y + from, length);
        }
    }

    readonly void Columns(T* m, T* y, int length)
    {
        new Span<T>(y, length).Clear();
        var whole = length - length % V.Count;
        Accumulate(X, m, Line, y, whole, Depth);
        if (whole == length)
        {
            return;
        }
        if (length < V.Count)
        {
            for (var p = 0; p < Depth; p++)
            {
                for (var j = 0; j < length; j++)
                {
                    y[j] = Single(X[p], m[p * Line + j], y[j]);
                }
            }
            return;
        }
        // The last vector reaches back over elements that are done: it computes the same bits again.
        var sum = V.Of(default(T));
        m += length - V.Count;
        for (var p = 0; p < Depth; p++)
        {
            sum = V.Fma(V.Of(X[p]), V.Load(ref m[p * Line]), sum);
        }
        V.Store(sum, ref y[length - V.Count]);
    }

    readonly void Turn(T* m, T* y, int length)
    {
        var block = Scratch.For<T>(Scratch.Use.Rows, TurnedRows * TurnedDepth);
        new Span<T>(block, TurnedRows * TurnedDepth).Clear();
        var sums = Scratch.For<T>(Scratch.Use.Tile, TurnedRows);
        for (var i = 0; i < length; i += TurnedRows)
        {
            new Span<T>(sums, TurnedRows).Clear();
            var rows = Math.Min(TurnedRows, length - i);
            for (var p = 0; p < Depth; p += TurnedDepth)
            {
                var depth = Math.Min(TurnedDepth, Depth - p);
                Transposition.Run(m + i * Line + p, Line, block, TurnedRows, rows, depth);
                Accumulate(X + p, block, TurnedRows, sums, TurnedRows, depth);
            }
            new ReadOnlySpan<T>(sums, rows).CopyTo(new Span<T>(y + i, rows));
        }
    }

    /// <summary>y[j] goes on with x[p] · m[p · line + j], for j below a number of whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Accumulate(T* x, T* m, nint line, T* y, int length, int depth)
    {
        for (; depth >= Sweep; depth -= Sweep, x += Sweep, m += Sweep * line)
        {
            var (x0, x1, x2, x3) = (V.Of(x[0]), V.Of(x[1]), V.Of(x[2]), V.Of(x[3]));
            var (x4, x5, x6, x7) = (V.Of(x[4]), V.Of(x[5]), V.Of(x[6]), V.Of(x[7]));
            T* m0 = m, m3 = m + 3 * line, m6 = m + 6 * line;
            for (nint j = 0; j < length; j += V.Count, m0 += V.Count, m3 += V.Count, m6 += V.Count)
            {
                var sum = V.Fma(x0, V.Load(ref m0[0]), V.Load(ref y[j]));
                sum = V.Fma(x1, V.Load(ref m0[line]), sum);
                sum = V.Fma(x2, V.Load(ref m0[2 * line]), sum);
                sum = V.Fma(x3, V.Load(ref m3[0]), sum);
                sum = V.Fma(x4, V.Load(ref m3[line]), sum);
                sum = V.Fma(x5, V.Load(ref m3[2 * line]), sum);
                sum = V.Fma(x6, V.Load(ref m6[0]), sum);
                V.Store(V.Fma(x7, V.Load(ref m6[line]), sum), ref y[j]);
            }
        }
        for (; depth > 0; depth--, x++, m += line)
        {
            var each = V.Of(*x);
            for (nint j = 0; j < length; j += V.Count)
            {
                V.Store(V.Fma(each, V.Load(ref m[j]), V.Load(ref y[j])), ref y[j]);
            }
        }
    }

    static T Single(T a, T b, T c)
    {
        Span<T> lanes = stackalloc T[V.Count];
        V.Store(V.Fma(V.Of(a), V.Of(b), V.Of(c)), ref lanes[0]);
        return lanes[0];
    }
}
