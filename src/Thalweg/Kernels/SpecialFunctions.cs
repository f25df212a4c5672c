using System.Numerics;
using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>Functions that the runtime has no vector form of, or none that is accurate near 0.</summary>
static class SpecialFunctions
{
    /// <summary>eˣ − 1. With u = eˣ rounded, (u − 1) · x / ln u cancels the rounding of u (Kahan).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Expm1<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var one = V.Of(1);
        var u = Exponential.Of<T, V>(x);
        var below = u - one;
        var exact = below * x / V.Log(u);
        // Where u is 1 the answer is x; where it is 0 or infinite, u − 1 is as good as can be.
        var plain = V.Equal(below, -one) | V.Less(V.Of(LogOfMaximum<T>()), x);
        return V.Select(V.Equal(u, one), x, V.Select(plain, below, exact));
    }

    /// <summary>ln(1 + x). With u = 1 + x rounded, ln u · x / (u − 1) cancels the rounding of u (Kahan).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log1p<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var one = V.Of(1);
        var u = one + x;
        var log = V.Log(u);
        var exact = log * (x / (u - one));
        return V.Select(V.Equal(u, one), x, V.Select(V.Equal(u, x), log, exact));
    }

    /// <summary>tanh x: a rational function near 0, 1 − 2 / (e²ˣ + 1) elsewhere.</summary>
    /// <remarks>The rational function is that of Moshier's Cephes library, tanh.c: relative error 2·10⁻¹⁶ for |x| below 0.625.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var size = V.Abs(x);
        var z = x * x;
        var p = V.Fma(V.Fma(V.Of(-9.64399179425052238628e-1), z, V.Of(-9.92877231001918586564e1)), z, V.Of(-1.61468768441708447952e3));
        var q = V.Fma(V.Fma(z + V.Of(1.12811678491632931402e2), z, V.Of(2.23548839060100448583e3)), z, V.Of(4.84406305325125486048e3));
        var near = V.Fma(x * z, p / q, x);
        var far = V.Of(1) - V.Of(2) / (Exponential.Of<T, V>(size + size) + V.Of(1));
        return V.Select(V.Less(size, V.Of(0.625)), near, V.CopySign(far, x));
    }

    /// <summary>erf x: its Taylor-like series near 0, 1 − e^(−x²) times a continued fraction elsewhere.</summary>
    /// <remarks>
    /// Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.6 and 7.1.14. For |x| below 2.5 the series
    /// erf x = 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)) has positive terms only, so that nothing cancels.
    /// </remarks>
    public static V Erf<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var size = V.Abs(x);
        var clamped = V.Min(size, V.Of(6));      // erf 6 is 1 to the last bit
        var square = clamped * clamped;
        var bell = Exponential.Of<T, V>(-square);

        const int Terms = 52;
        var near = V.Min(square, V.Of(2.5 * 2.5));
        var series = V.Of(1);
        for (var n = Terms; n >= 1; n--)
        {
            series = V.Fma(series, near * V.Of(2.0 / (2 * n + 1)), V.Of(1));
        }
        series = series * clamped * bell * V.Of(1.1283791670955126);

        var far = V.Max(clamped, V.Of(2.5));
        var fraction = far;
        for (var n = 60; n >= 1; n--)
        {
            fraction = far + V.Of(n / 2.0) / fraction;
        }
        var tail = V.Of(1) - bell * V.Of(0.56418958354775629) / fraction;
        var result = V.CopySign(V.Select(V.Less(size, V.Of(2.5)), series, tail), x);
        return V.Select(V.Equal(x, x), result, x);
    }

    /// <summary>Above this eˣ is infinite.</summary>
    static double LogOfMaximum<T>() => typeof(T) == typeof(float) ? 88.7 : 709.7;
}
