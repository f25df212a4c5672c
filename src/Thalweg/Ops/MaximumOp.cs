using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The greater of two numbers, element by element.</summary>
public static class MaximumOp
{
    extension(Tensor a)
    {
        /// <summary>The greater of a and b, element by element with broadcasting; NaN where either is NaN. The gradient goes to the greater, half to each where they are equal.</summary>
        public Tensor Max(Tensor b)
        {
            return a.Zip(b, new Kernel()).WithGradient((a, dy => dy * Share(a, b)), (b, dy => dy * Share(b, a)));
        }

        /// <summary>The greater of a and b, element by element with broadcasting; NaN where either is NaN. The gradient goes to the greater, half to each where they are equal.</summary>
        public Tensor Max(double b) => a.Max(a.Number(b));
    }

    /// <summary>1 where a is the one taken, ½ where both are equal, otherwise 0.</summary>
    static Tensor Share(Tensor a, Tensor b) => (a > b).Cast(a.DType) + a.Equal(b).Cast(a.DType) * 0.5;

    readonly record struct Kernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Max(a, b);
    }
}
