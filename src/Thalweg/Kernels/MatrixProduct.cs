using System.Numerics;
using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>
/// C = op(A) · op(B), row-major. Each element of C is one chain of fused multiply-adds in increasing k that begins at 0,
/// whatever the vector width, the number of threads and the way through the caches; then what was there before is added,
/// where asked, then the bias, then comes the activation.
/// </summary>
/// <remarks>
/// The left operand is read as it lies: an element is used at once for two vectors, and its cache line again by the next
/// steps. Columns of the right operand are copied side by side where they are used often enough to pay for it. Sizes below
/// were measured with 512-bit vectors; they decide about time alone.
/// </remarks>
static unsafe class MatrixProduct
{
    // So much of a panel of B, and of the rows of A that it meets, stays in the second cache.
    const int BlockDepth = 512;
    const int BlockRows = 96;
    const int BlockColumns = 2048;

    // Blocks are made narrower until there are this many, so that several threads end at about the same time.
    const int WantedBlocks = 16;

    // B is copied by parts of at most this many elements: more would only leave the last cache again.
    const int MostPacked = 1 << 22;
    const int MostDepth = 4096;

    // With fewer rows B is read as it lies.
    const int RowsWorthPacking = 160;

    // Results of at most so many columns, of products at least so deep, are computed as their transposes.
    const int MostNarrow = 4;
    const int LeastTurnedDepth = 16;

    // Fewer multiply-adds than this take less time than it takes to call for help: about 4 µs.
    const int WorthSharing = 1 << 19;

    // As many elements of a matrix that is read once.
    const int VectorWorthSharing = 1 << 16;
    const int VectorBlock = 512;

    /// <summary>C = op(A) · op(B) of contiguous operands.</summary>
    public static void Run<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, int m, int n, int k, bool transposeA, bool transposeB)
        where T : unmanaged, INumber<T> =>
        Run(new MatrixShape(m, n, k, transposeA, transposeB), a, b, c, default, false, default(Identity));

    /// <summary>C = activation(op(A) · op(B), added to C where asked, + bias); the bias, of C's row length, may be empty.</summary>
    public static void Run<T, K>(MatrixShape shape, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, ReadOnlySpan<T> bias, bool accumulate, K activation)
        where T : unmanaged, INumber<T> where K : struct, IUnaryKernel
    {
        fixed (T* pa = a, pb = b, pc = c, pBias = bias)
        {
            Run(shape, pa, pb, pc, pBias, accumulate, activation);
        }
    }

    /// <summary>The same on memory that doesn't move; the bias may be null.</summary>
    public static void Run<T, K>(MatrixShape shape, T* a, T* b, T* c, T* bias, bool accumulate, K activation)
        where T : unmanaged, INumber<T> where K : struct, IUnaryKernel
    {
        switch (VectorWidth.Bits)
        {
            case 512: Run<T, Lanes512<T>, K>(shape, a, b, c, bias, accumulate, activation); break;
            case 256: Run<T, Lanes256<T>, K>(shape, a, b, c, bias, accumulate, activation); break;
            default: Run<T, Lanes128<T>, K>(shape, a, b, c, bias, accumulate, activation); break;
        }
    }

    /// <summary>Whether a product is large enough for threads to share it.</summary>
    public static bool IsShared(long m, int n, int k) => m * n * k >= WorthSharing;

    static void Run<T, V, K>(MatrixShape shape, T* a, T* b, T* c, T* bias, bool accumulate, K activation)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IUnaryKernel
    {
        var (m, n, k) = (shape.Rows, shape.Columns, shape.Depth);
        if (m == 0 || n == 0)
        {
            return;
        }
        if (accumulate && (k > BlockDepth || IsVector(shape)))
        {
            // Chains that are interrupted wait in C, and so need one of their own.
            var product = Scratch.For<T>(Scratch.Use.Result, (nint)m * n);
            Run<T, V, Identity>(shape with { LineC = n }, a, b, product, null, false, default);
            for (var i = 0; i < m; i++)
            {
                var row = new Span<T>(c + (nint)i * shape.LineC, n);
                Elementwise.Zip(default(Sum), row, new ReadOnlySpan<T>(product + (nint)i * n, n), row);
            }
            Epilogue.Run<T, V, K>(activation, bias, c, shape.LineC, m, n);
            return;
        }
        if (IsVector(shape))
        {
            Vector<T, V>(shape, a, b, c);
            Epilogue.Run<T, V, K>(activation, bias, c, shape.LineC, m, n);
            return;
        }
        if (k >= LeastTurnedDepth && !accumulate && (n <= MostNarrow && m >= V.Count || shape.TransposeB && IsFlat(m, n, MatrixTile.Vectors * V.Count)))
        {
            Turned<T, V, K>(shape, a, b, c, bias, activation);
            return;
        }
        Blocks<T, V, K>(shape, a, b, c, bias, accumulate, activation);
    }

    static void Blocks<T, V, K>(MatrixShape shape, T* a, T* b, T* c, T* bias, bool accumulate, K activation)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IUnaryKernel =>
        Blocks(new MatrixTask<T, V, K>
        {
            A = a,
            B = b,
            C = c,
            Bias = bias,
            ARow = shape.TransposeA ? 1 : shape.LineA,
            AStep = shape.TransposeA ? shape.LineA : 1,
            BStep = shape.TransposeB ? 1 : shape.LineB,
            BColumn = shape.TransposeB ? shape.LineB : 1,
            Line = shape.LineC,
            Rows = shape.Rows,
            Columns = shape.Columns,
            Depth = shape.Depth,
            Accumulate = accumulate,
            Activation = activation,
        });

    /// <summary>
    /// The product by way of its transpose, op(B)ᵀ · op(A)ᵀ, in which each element is the same chain: where a few columns would
    /// leave most of each vector empty, and where a few rows meet a transposed matrix, of which only the smaller one must be
    /// turned then.
    /// </summary>
    static void Turned<T, V, K>(MatrixShape shape, T* a, T* b, T* c, T* bias, K activation)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IUnaryKernel
    {
        var (m, n, k) = (shape.Rows, shape.Columns, shape.Depth);
        var product = Scratch.For<T>(Scratch.Use.Result, (nint)m * n);
        Blocks<T, V, Identity>(new MatrixShape(n, m, k, !shape.TransposeB, !shape.TransposeA) { LineA = shape.LineB, LineB = shape.LineA }, b, a, product, null, false, default);
        Transposition.Run(product, m, c, shape.LineC, n, m);
        Epilogue.Run<T, V, K>(activation, bias, c, shape.LineC, m, n);
    }

    /// <summary>Whether there are far fewer rows than columns, and they nearly fill panels.</summary>
    static bool IsFlat(int rows, int columns, int panel)
    {
        var panels = (rows + panel - 1) / panel;
        return panels <= 2 && 8 * rows >= 7 * panels * panel && columns >= 4 * rows;
    }

    static void Blocks<T, V, K>(MatrixTask<T, V, K> task)
        where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> where K : struct, IUnaryKernel
    {
        var panel = MatrixTile.Vectors * V.Count;
        var (m, n, k) = (task.Rows, task.Columns, task.Depth);
        var share = IsShared(m, n, k);
        var pack = m >= RowsWorthPacking || task.BColumn != 1;
        task.BlockDepth = BlockDepth;
        // A single panel across is shared by its rows.
        var height = MatrixTile.Height<T, V>();
        task.BlockRows = Math.Min(m, n <= panel && share ? Math.Clamp(m / WantedBlocks / height * height, height, BlockRows) : BlockRows);
        var down = (m + task.BlockRows - 1) / task.BlockRows;
        task.BlockColumns = Math.Clamp(n * down / WantedBlocks / panel * panel, panel, BlockColumns);
        var depth = pack ? Math.Min(k, MostDepth) : k;
        var columns = pack ? Math.Max(panel, MostPacked / Math.Max(1, depth) / panel * panel) : n;
        do
        {
            task.To = Math.Min(k, task.From + depth);
            for (task.FirstColumn = 0; task.FirstColumn < n; task.FirstColumn = task.LastColumn)
            {
                task.LastColumn = Math.Min(n, task.FirstColumn + columns);
                var width = task.LastColumn - task.FirstColumn;
                if (pack)
                {
                    var panels = (width + panel - 1) / panel;
                    task.Panels = Scratch.For<T>(Scratch.Use.Columns, (nint)panels * panel * (task.To - task.From));
                    Share(share, panels, new MatrixTask<T, V, K>.Packing(task));
                }
                task.Across = (width + task.BlockColumns - 1) / task.BlockColumns;
                Share(share, task.Across * down, task);
            }
            task.From = task.To;
        }
        while (task.To < k);
    }

    /// <summary>Whether one side is a vector, and it and the result are contiguous.</summary>
    static bool IsVector(MatrixShape shape) =>
        shape.Depth > 0
        && (shape.Rows == 1 && (!shape.TransposeA || shape.LineA == 1)
            || shape.Columns == 1 && shape.LineC == 1 && (shape.TransposeB || shape.LineB == 1));

    static void Vector<T, V>(MatrixShape shape, T* a, T* b, T* c) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        // A row by a matrix, or a matrix by a column: the matrix's transpose by a row.
        var row = shape.Rows == 1 && (!shape.TransposeA || shape.LineA == 1);
        var task = new MatrixVector<T, V>
        {
            X = row ? a : b,
            Matrix = row ? b : a,
            Y = c,
            Line = row ? shape.LineB : shape.LineA,
            Turned = row ? shape.TransposeB : !shape.TransposeA,
            Length = row ? shape.Columns : shape.Rows,
            Depth = shape.Depth,
            Block = VectorBlock,
        };
        Share((long)task.Length * task.Depth >= VectorWorthSharing, (task.Length + VectorBlock - 1) / VectorBlock, task);
    }

    static void Share<W>(bool share, int pieces, in W work) where W : struct, IParallelWork
    {
        if (share)
        {
            ThreadTeam.Run(pieces, work);
            return;
        }
        for (var piece = 0; piece < pieces; piece++)
        {
            Unsafe.AsRef(in work).Run(piece);
        }
    }

    readonly struct Sum : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a + b;
    }
}
