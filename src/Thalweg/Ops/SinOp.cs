using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Sine of an angle in radians.</summary>
public static class SinOp
{
    extension(Tensor x)
    {
        /// <summary>sin x, element by element, x in radians. Gradient cos x.</summary>
        public Tensor Sin()
        {
            x = x.Floating();
            return x.Map(new Kernel()).WithGradient((x, dy => dy * x.Cos()));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Sin(x);
    }
}
