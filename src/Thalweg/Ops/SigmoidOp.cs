using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The logistic function, 1 / (1 + e⁻ˣ).</summary>
public static class SigmoidOp
{
    extension(Tensor x)
    {
        /// <summary>1 / (1 + e⁻ˣ), element by element, between 0 and 1. Gradient σ(x) (1 − σ(x)).</summary>
        public Tensor Sigmoid()
        {
            x = x.Floating();
            var y = x.Map(new Kernel());
            return y.WithGradient((x, dy => dy * (y * (1 - y))));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Of(1) / (V.Of(1) + Exponential.Of<T, V>(-x));
    }
}
