using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The error function, 2/√π ∫₀ˣ e^(−t²) dt.</summary>
public static class ErfOp
{
    extension(Tensor x)
    {
        /// <summary>erf x, element by element, between −1 and 1. Gradient 2/√π · e^(−x²).</summary>
        public Tensor Erf()
        {
            x = x.Floating();
            return x.Map(new Kernel()).WithGradient((x, dy => dy * ((-x.Square()).Exp() * (2 / Math.Sqrt(Math.PI)))));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => ErrorFunction.Of<T, V>(x);
    }
}
