using System.Numerics;
using Thalweg.Kernels;

namespace Thalweg;

/// <summary>The distribution function of the standard normal law, Φ(x) = (1 + erf(x / √2)) / 2.</summary>
public static class NormalCdfOp
{
    extension(Tensor x)
    {
        /// <summary>Φ(x), element by element, between 0 and 1: within 1.7·10⁻⁷ in Float32. Gradient e^(−x²/2) / √(2π).</summary>
        public Tensor NormalCdf()
        {
            x = x.Floating();
            return x.Map(new Kernel()).WithGradient((x, dy => dy * ((x.Square() * -0.5).Exp() * (1 / Math.Sqrt(2 * Math.PI)))));
        }
    }

    readonly record struct Kernel : IUnaryKernel
    {
        public V Run<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> => NormalDistribution.Of<T, V>(x);
    }
}
