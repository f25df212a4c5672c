using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The greatest whole number not above x.</summary>
public static class FloorOp
{
    extension(Tensor x)
    {
        /// <summary>⌊x⌋, element by element; the type stays. Gradient 0 everywhere.</summary>
        public Tensor Floor()
        {
            return x.Map(new Kernel());
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Floor(x);
    }
}
