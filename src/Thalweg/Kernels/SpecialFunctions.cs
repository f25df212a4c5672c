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
        var exact = below * x / Logarithm.Of<T, V>(u);
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
        var log = Logarithm.Of<T, V>(u);
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

    /// <summary>Above this eˣ is infinite.</summary>
    static double LogOfMaximum<T>() => typeof(T) == typeof(float) ? 88.7 : 709.7;
}
