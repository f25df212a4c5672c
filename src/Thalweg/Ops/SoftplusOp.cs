using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>A smooth ramp, ln(1 + eˣ).</summary>
public static class SoftplusOp
{
    extension(Tensor x)
    {
        /// <summary>ln(1 + eˣ), element by element, without overflow. Gradient 1 / (1 + e⁻ˣ).</summary>
        public Tensor Softplus()
        {
            x = x.Floating();
            return x.Map(new Kernel()).WithGradient((x, dy => dy * x.Sigmoid()));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Max(x, V.Of(0)) + SpecialFunctions.Log1p<T, V>(Exponential.Of<T, V>(-V.Abs(x)));
    }
}
