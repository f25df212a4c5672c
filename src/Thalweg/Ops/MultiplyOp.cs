using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Multiplication, element by element.</summary>
public static class MultiplyOp
{
    extension(Tensor a)
    {
        /// <summary>a · b, element by element with broadcasting (MatMul is the matrix product). Gradients b and a.</summary>
        public Tensor Multiply(Tensor b)
        {
            return a.Zip(b, new Kernel()).WithGradient((a, dy => dy * b), (b, dy => dy * a));
        }

        /// <summary>a · b, element by element with broadcasting (MatMul is the matrix product). Gradients b and a.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.Multiply(right);

        /// <summary>a · b, element by element with broadcasting (MatMul is the matrix product). Gradients b and a.</summary>
        public static Tensor operator *(Tensor left, double right) => left.Multiply(left.Number(right));

        /// <summary>a · b, element by element with broadcasting (MatMul is the matrix product). Gradients b and a.</summary>
        public static Tensor operator *(double left, Tensor right) => right.Number(left).Multiply(right);
    }

    readonly record struct Kernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a * b;
    }
}
