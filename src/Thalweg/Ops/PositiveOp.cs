using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The unit step: 1 above 0, otherwise 0.</summary>
public static class PositiveOp
{
    extension(Tensor x)
    {
        /// <summary>1 where x > 0, otherwise 0 (also at NaN), in the type of x. Gradient 0 everywhere.</summary>
        public Tensor Positive()
        {
            return x.Map(new Kernel());
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Select(V.Less(V.Of(0), x), V.Of(1), V.Of(0));
    }
}
