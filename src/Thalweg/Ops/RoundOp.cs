using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The nearest whole number.</summary>
public static class RoundOp
{
    extension(Tensor x)
    {
        /// <summary>x to the nearest whole number, halves to the even one, as NumPy. Gradient 0 everywhere.</summary>
        public Tensor Round()
        {
            return x.Map(new Kernel());
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Round(x);
    }
}
