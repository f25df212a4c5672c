using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Natural logarithm, ln x.</summary>
public static class LogOp
{
    extension(Tensor x)
    {
        /// <summary>ln x, element by element; −∞ at 0, NaN below. Gradient 1 / x.</summary>
        public Tensor Log()
        {
            x = x.Floating();
            return x.Map(new Kernel()).WithGradient((x, dy => dy / x));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => Logarithm.Of<T, V>(x);
    }
}
