using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Subtraction.</summary>
public static class SubtractOp
{
    extension(Tensor a)
    {
        /// <summary>a − b, element by element with broadcasting. Gradients 1 and −1.</summary>
        public Tensor Subtract(Tensor b)
        {
            return a.Zip(b, new Kernel()).WithGradient((a, dy => dy), (b, dy => -dy));
        }

        /// <summary>a − b, element by element with broadcasting. Gradients 1 and −1.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => left.Subtract(right);

        /// <summary>a − b, element by element with broadcasting. Gradients 1 and −1.</summary>
        public static Tensor operator -(Tensor left, double right) => left.Subtract(left.Number(right));

        /// <summary>a − b, element by element with broadcasting. Gradients 1 and −1.</summary>
        public static Tensor operator -(double left, Tensor right) => right.Number(left).Subtract(right);
    }

    readonly record struct Kernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a - b;
    }
}
