using System.Numerics;

namespace Thalweg.Kernels;

/// <summary>Carries a kernel over the rows of a matrix, several rows at a time on each thread.</summary>
static unsafe class RowLoop
{
    // Fewer elements than this take less time than calling for help; a piece has about as many.
    const int WorthSharing = 1 << 14;

    /// <summary>Shorter rows than this wouldn't fill the widest vector: their elements are taken together.</summary>
    public const int ShortRow = 16;

    /// <summary>Each row of y = the kernel of that of x.</summary>
    public static void Run<T, K>(ReadOnlySpan<T> x, Span<T> y, int length) where T : unmanaged, INumber<T> where K : struct, IRowKernel
    {
        if (x.IsEmpty)
        {
            return;
        }
        var together = Math.Max(1, WorthSharing / length);
        fixed (T* px = x, py = y)
        {
            var work = new Work<T, K>(px, py, length, x.Length / length, together);
            if (x.Length >= WorthSharing)
            {
                ThreadTeam.Run((x.Length / length + together - 1) / together, work);
                return;
            }
            work.Rows(0, x.Length / length);
        }
    }

    readonly struct Work<T, K>(T* x, T* y, int length, int rows, int together) : IParallelWork where T : unmanaged, INumber<T> where K : struct, IRowKernel
    {
        public void Run(int piece) => Rows(piece * together, Math.Min(rows, (piece + 1) * together));

        public void Rows(int from, int to)
        {
            switch (VectorWidth.Bits)
            {
                case 512: Rows<Lanes512<T>>(from, to); break;
                case 256: Rows<Lanes256<T>>(from, to); break;
                default: Rows<Lanes128<T>>(from, to); break;
            }
        }

        void Rows<V>(int from, int to) where V : struct, ILanes<T, V>
        {
            if (length < ShortRow)
            {
                K.RunShort<T, V>(x + (nint)from * length, y + (nint)from * length, to - from, length);
                return;
            }
            for (var i = from; i < to; i++)
            {
                K.Run<T, V>(x + (nint)i * length, y + (nint)i * length, length);
            }
        }
    }
}
