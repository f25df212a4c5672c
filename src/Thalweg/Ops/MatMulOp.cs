using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The matrix product, of single matrices or batches of them.</summary>
public static class MatMulOp
{
    extension(Tensor a)
    {
        /// <summary>
        /// a · b: (…, m, k) by (…, k, n) gives (…, m, n); the axes in front broadcast. A vector on the left is a row, on the
        /// right a column, and its axis goes from the result, as in NumPy's matmul.
        /// </summary>
        /// <exception cref="ArgumentException">An operand is a single number, or the inner lengths differ.</exception>
        public Tensor MatMul(Tensor b)
        {
            (a, b) = CastOp.Promote(a.Numeric(), b.Numeric());
            if (a.Rank == 0 || b.Rank == 0)
            {
                throw new ArgumentException($"MatMul needs vectors or matrices, but got shapes {a.Shape} and {b.Shape}. Use * to scale.", nameof(b));
            }
            if (a.Shape[^1] != (b.Rank == 1 ? b.Shape[0] : b.Shape[^2]))
            {
                throw new ArgumentException(
                    $"MatMul of shapes {a.Shape} and {b.Shape}: the last axis of the first ({a.Shape[^1]}) must equal "
                    + $"{(b.Rank == 1 ? "the length" : "the last axis but one")} of the second ({(b.Rank == 1 ? b.Shape[0] : b.Shape[^2])}).", nameof(b));
            }
            var y = Product(a.Rank == 1 ? a.ExpandDims(0) : a, b.Rank == 1 ? b.ExpandDims(1) : b, false, false);
            y = b.Rank == 1 ? y.Squeeze(-1) : y;
            return a.Rank == 1 ? y.Squeeze(b.Rank == 1 ? -1 : -2) : y;
        }
    }

    /// <summary>op(a) · op(b), where op transposes the two innermost axes or not; both have at least two.</summary>
    static Tensor Product(Tensor a, Tensor b, bool transposeA, bool transposeB)
    {
        // One matrix on the right serves all rows on the left: a single large product in place of a batch of small ones.
        if (a.Rank > 2 && b.Rank == 2 && !transposeA)
        {
            return Product(a.Reshape([-1, a.Shape[^1]]), b, false, transposeB).Reshape([.. a.Shape[..^1], b.Shape[transposeB ? ^2 : ^1]]);
        }
        Shape shape = [.. Shape.Broadcast(a.Shape[..^2], b.Shape[..^2]), a.Shape[transposeA ? ^1 : ^2], b.Shape[transposeB ? ^2 : ^1]];
        var y = new Operation(transposeA, transposeB).Apply(shape, a.DType, a, b);
        // With C = op(A) op(B): d op(A) = dC op(B)ᵀ and d op(B) = op(A)ᵀ dC, transposed once more where A or B was.
        return y.WithGradient(
            (a, dy => transposeA ? Product(b, dy, transposeB, true) : Product(dy, b, false, !transposeB)),
            (b, dy => transposeB ? Product(dy, a, true, transposeA) : Product(a, dy, !transposeA, false)));
    }

    internal sealed record Operation(bool TransposeA, bool TransposeB) : Thalweg.Operation
    {
        public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
        {
            switch (output.DType)
            {
                case DType.Float32: Run<float>(inputs[0], inputs[1], output); break;
                case DType.Float64: Run<double>(inputs[0], inputs[1], output); break;
                default: Run<int>(inputs[0], inputs[1], output); break;
            }
        }

        void Run<T>(Tensor a, Tensor b, Tensor output) where T : unmanaged, INumber<T>
        {
            var (m, n, k) = (output.Shape[^2], output.Shape[^1], a.Shape[TransposeA ? ^2 : ^1]);
            var sa = a.Span<T>();
            var sb = b.Span<T>();
            var sc = output.Span<T>();
            if (sc.IsEmpty)
            {
                return;
            }
            if (a.Rank == 2 && b.Rank == 2)
            {
                MatrixProduct.Run(sa, sb, sc, m, n, k, TransposeA, TransposeB);
                return;
            }
            var batch = output.Shape[..^2];
            var loop = new BroadcastLoop(batch.AsSpan(), a.Shape[..^2].Kept, b.Shape[..^2].Kept);
            BatchedProduct.Run(new MatrixShape(m, n, k, TransposeA, TransposeB), loop, sa, sb, sc);
        }
    }
}
