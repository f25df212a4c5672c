using Thalweg.Kernels;

namespace Thalweg;

/// <summary>A function of rows along the last axis that keeps the shape.</summary>
sealed record RowOperation<K> : Operation where K : struct, IRowKernel
{
    public override bool NeverFails => true;

    public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
    {
        var x = inputs[0];
        switch (x.DType)
        {
            case DType.Float32: RowLoop.Run<float, K>(x.Span<float>(), output.Span<float>(), x.Shape[^1]); break;
            case DType.Float64: RowLoop.Run<double, K>(x.Span<double>(), output.Span<double>(), x.Shape[^1]); break;
            default: throw NoKernel(x.DType);
        }
    }
}
