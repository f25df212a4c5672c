using System.Numerics;

namespace Thalweg.Kernels;

/// <summary>
/// Convolution of images and its two derivatives, as matrix products of what the windows see: y = rows · kernel, where the
/// kernel is (window · channels of a group) × filters. Rows are written tile by tile and used while they are in the cache.
/// </summary>
/// <remarks>Tiles and parts are cut by the shapes alone, and every sum runs in an order that depends on them alone.</remarks>
static unsafe class Convolution
{
    // So much of the rows, in bytes, stays in the second cache beside the kernel.
    const int TileBytes = 1 << 18;
    const int FewestRows = 16;
    const int MostRows = 512;

    // Threads share at least so many tiles where there are as many rows.
    const int WantedTiles = 16;

    // The kernel's gradient is summed in so many parts at most, which may hold so many elements together.
    const int MostParts = 16;
    const int MostPartElements = 1 << 20;

    /// <summary>y = x ∗ kernel.</summary>
    public static void Forward<T>(in ImageShape image, in Window window, int filters, int groups, ReadOnlySpan<T> x, ReadOnlySpan<T> kernel, Span<T> y) where T : unmanaged, INumber<T> =>
        Forward(image, window, filters, groups, x, kernel, y, default, default(Identity));

    /// <summary>y = activation(x ∗ kernel + bias), finished while each tile is in the nearest cache; the bias, a number for each filter, may be empty.</summary>
    public static void Forward<T, K>(in ImageShape image, in Window window, int filters, int groups, ReadOnlySpan<T> x, ReadOnlySpan<T> kernel, Span<T> y, ReadOnlySpan<T> bias, K activation)
        where T : unmanaged, INumber<T> where K : struct, IUnaryKernel
    {
        if (window.IsPoint && groups == 1)
        {
            MatrixProduct.Run(new MatrixShape(image.Images * image.Places, filters, image.Channels), x, kernel, y, bias, false, activation);
            return;
        }
        fixed (T* px = x, pk = kernel, py = y, pb = bias)
        {
            var work = new Work<T>(image, window, filters, groups, px, pk, py);
            Share(work.IsWorthSharing, work.Tiles, new Forwards<T, K>(work, pb, activation));
        }
    }

    /// <summary>dx of y = x ∗ kernel: dy by the transposed kernel, added up where windows overlap.</summary>
    public static void InputGradient<T>(in ImageShape image, in Window window, int filters, int groups, ReadOnlySpan<T> dy, ReadOnlySpan<T> kernel, Span<T> dx) where T : unmanaged, INumber<T>
    {
        if (window.IsPoint && groups == 1)
        {
            MatrixProduct.Run(dy, kernel, dx, image.Images * image.Places, image.Channels, filters, false, true);
            return;
        }
        dx.Clear();
        fixed (T* px = dx, pk = kernel, py = dy)
        {
            var work = new Work<T>(image, window, filters, groups, px, pk, py);
            Share(work.IsWorthSharing && image.Images > 1, image.Images, new Backwards<T>(work));
        }
    }

    /// <summary>The kernel's gradient of y = x ∗ kernel: the rows' transpose by dy, in parts that are added up in order.</summary>
    public static void KernelGradient<T>(in ImageShape image, in Window window, int filters, int groups, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dk) where T : unmanaged, INumber<T>
    {
        if (dy.IsEmpty)
        {
            dk.Clear();
            return;
        }
        fixed (T* px = x, pk = dk, py = dy)
        {
            var work = new Work<T>(image, window, filters, groups, px, pk, py);
            var parts = Math.Clamp(MostPartElements / Math.Max(1, dk.Length), 1, Math.Min(MostParts, work.Tiles));
            var sums = parts == 1 ? pk : Scratch.For<T>(Scratch.Use.Partials, (nint)parts * dk.Length);
            Share(work.IsWorthSharing && parts > 1, parts, new Kernels<T>(work, sums, dk.Length, parts));
            for (var part = 1; part < parts; part++)
            {
                var all = part == 1 ? new ReadOnlySpan<T>(sums, dk.Length) : dk;
                Elementwise.Zip(default(Sum), all, new ReadOnlySpan<T>(sums + (nint)part * dk.Length, dk.Length), dk);
            }
        }
    }

    static void Share<W>(bool share, int pieces, W work) where W : struct, IParallelWork
    {
        if (share)
        {
            ThreadTeam.Run(pieces, work);
            return;
        }
        for (var piece = 0; piece < pieces; piece++)
        {
            work.Run(piece);
        }
    }

    /// <summary>One convolution, cut into tiles of places.</summary>
    readonly struct Work<T> where T : unmanaged, INumber<T>
    {
        readonly ImageShape image;
        readonly Window window;
        readonly int filters, groups, depth;
        readonly T* x, kernel, y;

        public Work(in ImageShape image, in Window window, int filters, int groups, T* x, T* kernel, T* y)
        {
            (this.image, this.window, this.filters, this.groups) = (image, window, filters, groups);
            this.x = x;
            this.kernel = kernel;
            this.y = y;
            depth = window.Size * (image.Channels / groups);
            var most = Math.Clamp(TileBytes / Math.Max(1, depth * sizeof(T)), FewestRows, MostRows);
            var fair = (Places + WantedTiles - 1) / WantedTiles;
            Rows = Math.Clamp((fair + 7) / 8 * 8, FewestRows, most);
        }

        public int Places => image.Images * image.Places;

        /// <summary>Places of one tile.</summary>
        public int Rows { get; }

        public int Tiles => (Places + Rows - 1) / Rows;

        public bool IsWorthSharing => MatrixProduct.IsShared(Places, filters, depth);

        int Channels => image.Channels / groups;

        int Filters => filters / groups;

        /// <summary>The output of one tile.</summary>
        public void Forward<K>(int tile, T* bias, K activation) where K : struct, IUnaryKernel
        {
            var (first, count) = (tile * Rows, Math.Min(Rows, Places - tile * Rows));
            var rows = Scratch.For<T>(Scratch.Use.Windows, (nint)count * depth);
            for (var group = 0; group < groups; group++)
            {
                WindowRows.Gather(image, window, x, group * Channels, Channels, first, count, rows);
                var shape = new MatrixShape(count, Filters, depth) { LineB = filters, LineC = filters };
                MatrixProduct.Run(shape, rows, kernel + group * Filters, y + (nint)first * filters + group * Filters, bias is null ? null : bias + group * Filters, false, activation);
            }
        }

        /// <summary>The input's gradient of one image, tile by tile.</summary>
        public void Backward(int number)
        {
            var rows = Scratch.For<T>(Scratch.Use.Windows, (nint)Rows * depth);
            for (int first = number * image.Places, end = first + image.Places; first < end; first += Rows)
            {
                var count = Math.Min(Rows, end - first);
                for (var group = 0; group < groups; group++)
                {
                    var shape = new MatrixShape(count, depth, Filters, TransposeB: true) { LineA = filters, LineB = filters };
                    MatrixProduct.Run(shape, y + (nint)first * filters + group * Filters, kernel + group * Filters, rows, null, false, default(Identity));
                    WindowRows.Scatter(image, window, x, group * Channels, Channels, first, count, rows);
                }
            }
        }

        /// <summary>The kernel's gradient of some tiles.</summary>
        public void Kernel(int from, int to, T* sum)
        {
            var rows = Scratch.For<T>(Scratch.Use.Windows, (nint)Rows * depth);
            for (var tile = from; tile < to; tile++)
            {
                var (first, count) = (tile * Rows, Math.Min(Rows, Places - tile * Rows));
                for (var group = 0; group < groups; group++)
                {
                    WindowRows.Gather(image, window, x, group * Channels, Channels, first, count, rows);
                    var shape = new MatrixShape(depth, Filters, count, TransposeA: true) { LineB = filters, LineC = filters };
                    MatrixProduct.Run(shape, rows, y + (nint)first * filters + group * Filters, sum + group * Filters, null, tile > from, default(Identity));
                }
            }
        }
    }

    readonly struct Forwards<T, K>(Work<T> work, T* bias, K activation) : IParallelWork where T : unmanaged, INumber<T> where K : struct, IUnaryKernel
    {
        public void Run(int piece) => work.Forward(piece, bias, activation);
    }

    readonly struct Backwards<T>(Work<T> work) : IParallelWork where T : unmanaged, INumber<T>
    {
        public void Run(int piece) => work.Backward(piece);
    }

    readonly struct Kernels<T>(Work<T> work, T* sums, int length, int parts) : IParallelWork where T : unmanaged, INumber<T>
    {
        public void Run(int piece) =>
            work.Kernel((int)((long)work.Tiles * piece / parts), (int)((long)work.Tiles * (piece + 1) / parts), sums + (nint)piece * length);
    }

    readonly struct Sum : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a + b;
    }
}
