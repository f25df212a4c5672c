using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>activation(op(A) · op(B) + bias) of two matrices and a row, finished while each tile of the product is in the nearest cache.</summary>
sealed record BiasedMatMul<K>(bool TransposeA, bool TransposeB, K Activation) : Operation where K : struct, IUnaryKernel
{
    public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
    {
        if (output.DType == DType.Float32)
        {
            Run<float>(inputs, output);
        }
        else
        {
            Run<double>(inputs, output);
        }
    }

    void Run<T>(ReadOnlySpan<Tensor> inputs, Tensor output) where T : unmanaged, INumber<T>
    {
        var shape = new MatrixShape(output.Shape[^2], output.Shape[^1], inputs[0].Shape[TransposeA ? ^2 : ^1], TransposeA, TransposeB);
        MatrixProduct.Run(shape, inputs[0].Span<T>(), inputs[1].Span<T>(), output.Span<T>(), inputs[2].Span<T>(), false, Activation);
    }
}
