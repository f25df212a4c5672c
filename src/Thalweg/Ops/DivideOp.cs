using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>True division: whole numbers become Float32 first.</summary>
public static class DivideOp
{
    extension(Tensor a)
    {
        /// <summary>a / b, element by element with broadcasting; never rounds down. Gradients 1 / b and −a / b².</summary>
        public Tensor Divide(Tensor b)
        {
            (a, b) = (a.Floating(), b.Floating());
            var y = a.Zip(b, new Kernel());
            return y.WithGradient((a, dy => dy / b), (b, dy => -dy * (y / b)));
        }

        /// <summary>a / b, element by element with broadcasting; never rounds down. Gradients 1 / b and −a / b².</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.Divide(right);

        /// <summary>a / b, element by element with broadcasting; never rounds down. Gradients 1 / b and −a / b².</summary>
        public static Tensor operator /(Tensor left, double right) => left.Divide(left.Number(right));

        /// <summary>a / b, element by element with broadcasting; never rounds down. Gradients 1 / b and −a / b².</summary>
        public static Tensor operator /(double left, Tensor right) => right.Number(left).Divide(right);
    }

    readonly record struct Kernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => a / b;
    }
}
