using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Reciprocal square root, 1 / √x.</summary>
public static class RsqrtOp
{
    extension(Tensor x)
    {
        /// <summary>1 / √x, element by element; infinite at 0, NaN below. Gradient −1 / (2x√x).</summary>
        public Tensor Rsqrt()
        {
            x = x.Floating();
            var y = x.Map(new Kernel());
            return y.WithGradient((x, dy => dy * (y * y * y * -0.5)));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Of(1) / V.Sqrt(x);
    }
}
