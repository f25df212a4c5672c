using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>ln(1 + x), accurate near 0.</summary>
public static class Log1pOp
{
    extension(Tensor x)
    {
        /// <summary>ln(1 + x) without cancellation near 0; −∞ at −1, NaN below. Gradient 1 / (1 + x).</summary>
        public Tensor Log1p()
        {
            x = x.Floating();
            return x.Map(new Kernel()).WithGradient((x, dy => dy / (x + 1)));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => SpecialFunctions.Log1p<T, V>(x);
    }
}
