using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using Thalweg.Kernels;

namespace Thalweg.Benchmarks;

/// <summary>How fast one thread does fused multiply-adds on registers alone: what no matrix product can exceed.</summary>
static class FmaPeak
{
    const int Steps = 100_000;
    const int Chains = 12;

    /// <summary>10⁹ multiplications and additions per second: the best of a few runs, as the clock allows at this moment.</summary>
    public static double Gigaflops<T>() where T : unmanaged, INumber<T> => VectorWidth.Bits switch
    {
        512 => Gigaflops<T, Lanes512<T>>(),
        256 => Gigaflops<T, Lanes256<T>>(),
        _ => Gigaflops<T, Lanes128<T>>(),
    };

    static double Gigaflops<T, V>() where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var best = double.PositiveInfinity;
        for (var run = 0; run < 40; run++)
        {
            var start = Stopwatch.GetTimestamp();
            Spin<T, V>(V.Of(0.999), V.Of(1e-3));
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return 2.0 * Steps * Chains * V.Count / best / 1e9;
    }

    /// <summary>Twelve chains that don't wait for each other: more than two units of four cycles' latency can take in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static V Spin<T, V>(V a, V b) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var (c0, c1, c2, c3, c4, c5) = (a, a, a, a, a, a);
        var (c6, c7, c8, c9, cA, cB) = (a, a, a, a, a, a);
        for (var i = 0; i < Steps; i++)
        {
            (c0, c1, c2) = (V.Fma(a, c0, b), V.Fma(a, c1, b), V.Fma(a, c2, b));
            (c3, c4, c5) = (V.Fma(a, c3, b), V.Fma(a, c4, b), V.Fma(a, c5, b));
            (c6, c7, c8) = (V.Fma(a, c6, b), V.Fma(a, c7, b), V.Fma(a, c8, b));
            (c9, cA, cB) = (V.Fma(a, c9, b), V.Fma(a, cA, b), V.Fma(a, cB, b));
        }
        return c0 + c1 + c2 + c3 + (c4 + c5 + c6 + c7) + (c8 + c9 + cA + cB);
    }
}
