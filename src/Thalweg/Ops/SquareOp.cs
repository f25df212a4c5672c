using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Square, x².</summary>
public static class SquareOp
{
    extension(Tensor x)
    {
        /// <summary>x², element by element; whole numbers stay whole. Gradient 2x.</summary>
        public Tensor Square()
        {
            return x.Map(new Kernel()).WithGradient((x, dy => dy * (x * 2)));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => x * x;
    }
}
