using System.Numerics;

namespace Thalweg.Kernels;

/// <summary>Matrix products of many pairs of matrices. Threads share the pairs where one product alone is too small to be shared.</summary>
static unsafe class BatchedProduct
{
    /// <summary>Every matrix of C = op(A) · op(B) of the matrices that a walk over the batch axes meets; each side is contiguous.</summary>
    /// <param name="shape">Of one product.</param>
    /// <param name="batch">The walk: its operand 0 is A, operand 1 B, counted in matrices.</param>
    /// <param name="a">The matrices on the left.</param>
    /// <param name="b">The matrices on the right.</param>
    /// <param name="c">Where the products go.</param>
    public static void Run<T>(MatrixShape shape, BroadcastLoop batch, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c) where T : unmanaged, INumber<T>
    {
        fixed (T* pa = a, pb = b, pc = c)
        {
            var count = batch.Count * batch.Inner;
            var work = new Work<T>(shape, batch, pa, pb, pc);
            if (MatrixProduct.IsShared(shape.Rows, shape.Columns, shape.Depth) || !MatrixProduct.IsShared(shape.Rows * (long)count, shape.Columns, shape.Depth))
            {
                for (var i = 0; i < count; i++)
                {
                    work.Run(i);
                }
                return;
            }
            ThreadTeam.Run(count, work);
        }
    }

    readonly struct Work<T>(MatrixShape shape, BroadcastLoop batch, T* a, T* b, T* c) : IParallelWork where T : unmanaged, INumber<T>
    {
        public void Run(int piece)
        {
            var (m, n, k) = ((nint)shape.Rows, (nint)shape.Columns, (nint)shape.Depth);
            MatrixProduct.Run(shape, a + At(0, piece) * m * k, b + At(1, piece) * k * n, c + piece * m * n, null, false, default(Identity));
        }

        /// <summary>Which matrix of an operand a piece needs.</summary>
        int At(int operand, int piece)
        {
            var (run, step) = Math.DivRem(piece, batch.Inner);
            return batch.Offset(operand, run) + (batch.Reads(operand) > 1 ? step : 0);
        }
    }
}
