using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The opposite number, −x.</summary>
public static class NegateOp
{
    extension(Tensor x)
    {
        /// <summary>−x, element by element. Gradient −1.</summary>
        public Tensor Negate()
        {
            return x.Map(new Kernel()).WithGradient((x, dy => -dy));
        }

        /// <summary>−x, element by element.</summary>
        public static Tensor operator -(Tensor operand) => operand.Negate();
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => -x;
    }
}
