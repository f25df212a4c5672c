using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Hyperbolic tangent, (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ).</summary>
public static class TanhOp
{
    extension(Tensor x)
    {
        /// <summary>tanh x, element by element, between −1 and 1. Gradient 1 − tanh² x.</summary>
        public Tensor Tanh()
        {
            x = x.Floating();
            var y = x.Map(new Kernel());
            return y.WithGradient((x, dy => dy * (1 - y.Square())));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => SpecialFunctions.Tanh<T, V>(x);
    }
}
