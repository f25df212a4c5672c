using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The sign of a number: −1, 0 or 1.</summary>
public static class SignOp
{
    extension(Tensor x)
    {
        /// <summary>−1, 0 or 1 as x is negative, zero or positive; NaN stays NaN. Gradient 0 everywhere.</summary>
        public Tensor Sign()
        {
            return x.Map(new Kernel());
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Select(V.Equal(x, x), V.Select(V.Less(V.Of(0), x), V.Of(1), V.Of(0)) - V.Select(V.Less(x, V.Of(0)), V.Of(1), V.Of(0)), x);
    }
}
