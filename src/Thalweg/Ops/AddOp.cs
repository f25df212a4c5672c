using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Addition.</summary>
public static class AddOp
{
    extension(Tensor a)
    {
        /// <summary>a + b, element by element with broadcasting. Gradients 1 and 1.</summary>
        public Tensor Add(Tensor b)
        {
            return a.Zip(b, new Kernel()).WithGradient((a, dy => dy), (b, dy => dy));
        }

        /// <summary>a + b, element by element with broadcasting. Gradients 1 and 1.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.Add(right);

        /// <summary>a + b, element by element with broadcasting. Gradients 1 and 1.</summary>
        public static Tensor operator +(Tensor left, double right) => left.Add(left.Number(right));

        /// <summary>a + b, element by element with broadcasting. Gradients 1 and 1.</summary>
        public static Tensor operator +(double left, Tensor right) => right.Number(left).Add(right);
    }

    internal readonly record struct Kernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a + b;
    }
}
