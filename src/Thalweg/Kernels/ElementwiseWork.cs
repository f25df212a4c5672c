using System.Numerics;

namespace Thalweg.Kernels;

/// <summary>Long spans, cut into pieces that threads share. Elements don't depend on each other, so neither do bits on the cut.</summary>
static unsafe class ElementwiseWork
{
    /// <summary>Spans from this length on are shared: shorter ones take less time than calling for help.</summary>
    public const int WorthSharing = 4 * Piece;

    const int Piece = 1 << 14;

    public static void Map<T, K>(K kernel, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T> where K : struct, IUnaryKernel
    {
        fixed (T* px = x, py = y)
        {
            ThreadTeam.Run(Pieces(y.Length), new Unary<T, K>(kernel, px, py, y.Length));
        }
    }

    public static void Zip<T, K>(K kernel, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) where T : unmanaged, INumber<T> where K : struct, IBinaryKernel
    {
        fixed (T* pa = a, pb = b, py = y)
        {
            ThreadTeam.Run(Pieces(y.Length), new Binary<T, K>(kernel, pa, a.Length == 1, pb, b.Length == 1, py, y.Length));
        }
    }

    static int Pieces(int length) => (length + Piece - 1) / Piece;

    readonly struct Unary<T, K>(K kernel, T* x, T* y, int length) : IParallelWork where T : unmanaged, INumber<T> where K : struct, IUnaryKernel
    {
        public void Run(int piece)
        {
            var from = piece * Piece;
            var count = Math.Min(Piece, length - from);
            Elementwise.Map(kernel, new ReadOnlySpan<T>(x + from, count), new Span<T>(y + from, count));
        }
    }

    readonly struct Binary<T, K>(K kernel, T* a, bool oneA, T* b, bool oneB, T* y, int length) : IParallelWork where T : unmanaged, INumber<T> where K : struct, IBinaryKernel
    {
        public void Run(int piece)
        {
            var from = piece * Piece;
            var count = Math.Min(Piece, length - from);
            Elementwise.Zip(
                kernel,
                oneA ? new ReadOnlySpan<T>(a, 1) : new ReadOnlySpan<T>(a + from, count),
                oneB ? new ReadOnlySpan<T>(b, 1) : new ReadOnlySpan<T>(b + from, count),
                new Span<T>(y + from, count));
        }
    }
}
