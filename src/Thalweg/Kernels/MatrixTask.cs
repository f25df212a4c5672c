using System.Numerics;

namespace Thalweg.Kernels;

/// <summary>
/// One matrix product with everything that its pieces need to know. A piece is a block of C: the tiles of a panel of
/// columns one below the other, then the next panel, so that a panel of B stays in the nearest cache and a block of rows of
/// A in the next.
/// </summary>
/// <remarks>
/// Element (i, p) of the left operand is <c>A[i · ARow + p · AStep]</c>, (p, j) of the right one
/// <c>B[p · BStep + j · BColumn]</c>, one stride of each being 1; row i of C is <c>C[i · Line]</c>.
/// </remarks>
unsafe struct MatrixTask<T, V, K> : IParallelWork
    where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IUnaryKernel
{
    public T* A, B, C, Bias;
    public nint ARow, AStep, BStep, BColumn, Line;
    public int Rows, Columns, Depth;
    public bool Accumulate;
    public K Activation;

    /// <summary>The block of C that a piece computes, and how many lie side by side.</summary>
    public int BlockRows, BlockColumns, Across;

    /// <summary>The columns and the depth that are being worked on: the whole, or a part that packing has room for.</summary>
    public int FirstColumn, LastColumn, From, To;

    /// <summary>How deep a tile goes before its panel of B gives way to the next block's.</summary>
    public int BlockDepth;

    /// <summary>Packed panels of B, each with the whole depth worked on; null where B is read as it lies.</summary>
    public T* Panels;

    static int Panel => MatrixTile.Vectors * V.Count;

    public readonly void Run(int piece)
    {
        var (down, across) = Math.DivRem(piece, Across);
        var (i0, j0) = (down * BlockRows, FirstColumn + across * BlockColumns);
        var (i1, j1) = (Math.Min(i0 + BlockRows, Rows), Math.Min(j0 + BlockColumns, LastColumn));
        var p = From;
        do
        {
            var k = Math.Min(BlockDepth, To - p);
            var a = A + i0 * ARow + p * AStep;
            for (var j = j0; j < j1; j += Panel)
            {
                var b = Right(p, k, j, out var next);
                for (int i = i0, height; i < i1; i += height)
                {
                    height = MatrixTile.Next<T, V>(i1 - i);
                    Tile(height, a + (i - i0) * ARow, b, next, i, j, k, p);
                }
            }
            p += BlockDepth;
        }
        while (p < To);
    }

    /// <summary>Where the tiles find the panel of B that begins at column j.</summary>
    readonly T* Right(int p, int k, int j, out nint next)
    {
        next = Panel;
        if (Panels is not null)
        {
            return Panels + (nint)(j - FirstColumn) * (To - From) + (nint)(p - From) * Panel;
        }
        var b = B + p * BStep + j * BColumn;
        if (j + Panel <= Columns && BColumn == 1)
        {
            next = BStep;
            return b;
        }
        var edge = Scratch.For<T>(Scratch.Use.Edge, (nint)Panel * k);
        MatrixPacking.Columns(b, BStep, BColumn, edge, Panel, Math.Min(Panel, Columns - j), k);
        return edge;
    }

    readonly void Tile(int height, T* a, T* b, nint next, int i, int j, int k, int p)
    {
        var mode = p > 0 ? TileMode.Resume : Accumulate ? TileMode.Add : TileMode.Begin;
        var c = C + i * Line + j;
        var width = Math.Min(Panel, Columns - j);
        if (width == Panel)
        {
            MatrixTile.Run<T, V>(height, a, ARow, AStep, b, next, c, Line, k, mode);
        }
        else
        {
            // Over the edge: in a tile of its own, of which only what belongs to C is taken.
            var tile = Scratch.For<T>(Scratch.Use.Tile, (nint)height * Panel);
            if (mode != TileMode.Begin)
            {
                Copy(c, Line, tile, Panel, height, width);
            }
            MatrixTile.Run<T, V>(height, a, ARow, AStep, b, next, tile, Panel, k, mode);
            if (p + k == Depth)
            {
                // In the tile there are whole vectors; what is added beyond the columns goes nowhere.
                Epilogue.Run<T, V, K>(Activation, Bias is null ? Bias : PaddedBias(j, width), tile, Panel, height, Panel);
            }
            Copy(tile, Panel, c, Line, height, width);
        }
        if (p + k == Depth && width == Panel)
        {
            Epilogue.Run<T, V, K>(Activation, Bias is null ? Bias : Bias + j, c, Line, height, width);
        }
    }

    /// <summary>The bias of the last columns, and zeros.</summary>
    readonly T* PaddedBias(int j, int width)
    {
        var bias = Scratch.For<T>(Scratch.Use.Bias, Panel);
        new Span<T>(bias, Panel).Clear();
        new ReadOnlySpan<T>(Bias + j, width).CopyTo(new Span<T>(bias, width));
        return bias;
    }

    static void Copy(T* from, nint fromLine, T* to, nint toLine, int rows, int width)
    {
        if (width >= 8)
        {
            for (var i = 0; i < rows; i++, from += fromLine, to += toLine)
            {
                new ReadOnlySpan<T>(from, width).CopyTo(new Span<T>(to, width));
            }
            return;
        }
        for (var i = 0; i < rows; i++, from += fromLine, to += toLine)
        {
            for (var j = 0; j < width; j++)
            {
                to[j] = from[j];
            }
        }
    }

    /// <summary>Packs panels of B, one per piece.</summary>
    public readonly struct Packing(MatrixTask<T, V, K> task) : IParallelWork
    {
        public void Run(int piece)
        {
            var j = task.FirstColumn + piece * Panel;
            var depth = task.To - task.From;
            MatrixPacking.Columns(
                task.B + task.From * task.BStep + j * task.BColumn, task.BStep, task.BColumn,
                task.Panels + (nint)piece * Panel * depth, Panel, Math.Min(Panel, task.Columns - j), depth);
        }
    }
}
