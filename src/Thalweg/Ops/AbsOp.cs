using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Absolute value, |x|.</summary>
public static class AbsOp
{
    extension(Tensor x)
    {
        /// <summary>|x|, element by element; whole numbers stay whole. Gradient sign(x), 0 at 0.</summary>
        public Tensor Abs()
        {
            return x.Map(new Kernel()).WithGradient((x, dy => dy * x.Sign()));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Abs(x);
    }
}
