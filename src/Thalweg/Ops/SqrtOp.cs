using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Square root, √x.</summary>
public static class SqrtOp
{
    extension(Tensor x)
    {
        /// <summary>√x, element by element; NaN below 0. Gradient 1 / (2√x).</summary>
        public Tensor Sqrt()
        {
            x = x.Floating();
            var y = x.Map(new Kernel());
            return y.WithGradient((x, dy => dy / (y * 2)));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Sqrt(x);
    }
}
