using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>Exponential, eˣ.</summary>
public static class ExpOp
{
    extension(Tensor x)
    {
        /// <summary>eˣ, element by element. Gradient eˣ.</summary>
        public Tensor Exp()
        {
            x = x.Floating();
            var y = x.Map(new Kernel());
            return y.WithGradient((x, dy => dy * y));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => Exponential.Of<T, V>(x);
    }
}
