using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>activation(x ∗ kernel + bias) of images, a kernel and a number for each filter, finished while each tile is in the nearest cache.</summary>
sealed record BiasedConvolution<K>(Conv2DOp.Setting Setting, K Activation) : Operation where K : struct, IUnaryKernel
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

    void Run<T>(ReadOnlySpan<Tensor> inputs, Tensor output) where T : unmanaged, INumber<T> => Convolution.Forward(
        Setting.On(inputs[0].Shape), Setting.Window, output.Shape[3], Setting.Groups, inputs[0].Span<T>(), inputs[1].Span<T>(), output.Span<T>(), inputs[2].Span<T>(), Activation);
}
