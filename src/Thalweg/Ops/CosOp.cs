using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Cosine of an angle in radians.</summary>
public static class CosOp
{
    extension(Tensor x)
    {
        /// <summary>cos x, element by element, x in radians. Gradient −sin x.</summary>
        public Tensor Cos()
        {
            x = x.Floating();
            return x.Map(new Kernel()).WithGradient((x, dy => dy * -x.Sin()));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Cos(x);
    }
}
