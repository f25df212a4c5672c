using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>A number to the power of another, aᵇ.</summary>
public static class PowOp
{
    extension(Tensor a)
    {
        /// <summary>aᵇ, element by element with broadcasting; NaN for a negative base and a fractional exponent. Gradients b·aᵇ⁻¹ and aᵇ ln a (0 where a is 0).</summary>
        public Tensor Pow(Tensor b)
        {
            var y = a.Zip(b, new Kernel());
            return y.WithGradient((a, dy => dy * Tensor.Where(b.Equal(0), 0, b * a.Pow(b - 1))), (b, dy => dy * (y * Tensor.Where(a.Equal(0), 1, a).Log())));
        }

        /// <summary>aᵇ, element by element with broadcasting; NaN for a negative base and a fractional exponent. Gradients b·aᵇ⁻¹ and aᵇ ln a (0 where a is 0).</summary>
        public Tensor Pow(double b) => a.Pow(a.Number(b));
    }

    readonly record struct Kernel : IBinaryKernel
    {
        public V Run<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Pow(a, b);
    }
}
