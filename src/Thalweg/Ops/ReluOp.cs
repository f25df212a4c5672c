using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The rectifier, max(0, x).</summary>
public static class ReluOp
{
    extension(Tensor x)
    {
        /// <summary>max(0, x), element by element; NaN stays NaN. Gradient 1 above 0, 0 at and below it.</summary>
        public Tensor Relu()
        {
            var y = x.Map(new Kernel());
            // Where y is positive x was: a plan needn't keep x.
            return y.WithGradient((x, dy => dy * y.Positive()));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => V.Max(x, V.Of(0));
    }
}
