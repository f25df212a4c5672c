using System.Reflection;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>A function of one number, applied to every element; the type stays.</summary>
sealed record UnaryOperation<K>(K Kernel) : ElementwiseOperation where K : struct, IUnaryKernel
{
    public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output)
    {
        var x = inputs[0];
        switch (x.DType)
        {
            case DType.Float32: Elementwise.Map(Kernel, x.Span<float>(), output.Span<float>()); break;
            case DType.Float64: Elementwise.Map(Kernel, x.Span<double>(), output.Span<double>()); break;
            case DType.Int32: Elementwise.Map(Kernel, x.Span<int>(), output.Span<int>()); break;
            default: throw NoKernel(x.DType);
        }
    }

    public override unsafe void Tile(DType type, ReadOnlySpan<nint> inputs, uint singles, nint output, int count)
    {
        switch (type)
        {
            case DType.Float32: Elementwise.Map(Kernel, new ReadOnlySpan<float>((void*)inputs[0], count), new Span<float>((void*)output, count)); break;
            case DType.Float64: Elementwise.Map(Kernel, new ReadOnlySpan<double>((void*)inputs[0], count), new Span<double>((void*)output, count)); break;
            default: Elementwise.Map(Kernel, new ReadOnlySpan<int>((void*)inputs[0], count), new Span<int>((void*)output, count)); break;
        }
    }

    public override MethodInfo Step<T, V>() => ((Func<V, V>)LaneSteps<T, V>.Unary<K>).Method;

    public override Operation? AfterProduct(Operation biased) => biased switch
    {
        BiasedMatMul<Identity> product => new BiasedMatMul<K>(product.TransposeA, product.TransposeB, Kernel),
        BiasedConvolution<Identity> convolution => new BiasedConvolution<K>(convolution.Setting, Kernel),
        _ => null,
    };
}

/// <summary>How an operation's file applies its kernel to every element.</summary>
static class UnaryOperation
{
    /// <summary>Every element through a kernel; truth values become whole numbers first.</summary>
    public static Tensor Map<K>(this Tensor x, K kernel) where K : struct, IUnaryKernel
    {
        x = x.Numeric();
        return new UnaryOperation<K>(kernel).Apply(x.Shape, x.DType, x);
    }
}
