using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>eˣ − 1, accurate near 0.</summary>
public static class Expm1Op
{
    extension(Tensor x)
    {
        /// <summary>eˣ − 1 without cancellation near 0. Gradient eˣ.</summary>
        public Tensor Expm1()
        {
            x = x.Floating();
            return x.Map(new Kernel()).WithGradient((x, dy => dy * x.Exp()));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => SpecialFunctions.Expm1<T, V>(x);
    }
}
