using System.Numerics;
using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>eˣ for vectors of any width, within one unit in the last place; e⁰ is 1.</summary>
static class Exponential
{
    const double Ln2 = 0.693147180559945309;

    /// <summary>
    /// With n = x / ln 2 rounded and r = x − n ln 2, eˣ = 2ⁿ eʳ: |r| ≤ 0.347, where a Taylor series is short. The power of two
    /// is applied in two halves, so that results below the normal range and just above it come out right.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var single = typeof(T) == typeof(float);
        // Beyond these ends the result is 0 or ∞ already.
        x = V.Clamp(x, V.Of(single ? -105 : -747), V.Of(single ? 90 : 711));
        var n = V.Round(x * V.Of(1 / Ln2));
        var high = single ? 0.693147182464599609375 : Ln2;
        var low = single ? -1.904654299957768e-9 : 2.319046813846299558e-17;
        var r = V.Fma(-n, V.Of(low), V.Fma(-n, V.Of(high), x));
        return PowerOfTwo<T, V>(Series<T, V>(r), n);
    }

    /// <summary>Σ rᵏ / k!, to degree 7 in single and 13 in double precision: the next term is below half a unit in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Series<T, V>(V r) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        V sum;
        if (typeof(T) == typeof(float))
        {
            sum = V.Fma(V.Of(1.0 / 5040), r, V.Of(1.0 / 720));
        }
        else
        {
            sum = V.Fma(V.Of(1.0 / 6227020800), r, V.Of(1.0 / 479001600));
            sum = V.Fma(sum, r, V.Of(1.0 / 39916800));
            sum = V.Fma(sum, r, V.Of(1.0 / 3628800));
            sum = V.Fma(sum, r, V.Of(1.0 / 362880));
            sum = V.Fma(sum, r, V.Of(1.0 / 40320));
            sum = V.Fma(sum, r, V.Of(1.0 / 5040));
            sum = V.Fma(sum, r, V.Of(1.0 / 720));
        }
        sum = V.Fma(sum, r, V.Of(1.0 / 120));
        sum = V.Fma(sum, r, V.Of(1.0 / 24));
        sum = V.Fma(sum, r, V.Of(1.0 / 6));
        sum = V.Fma(sum, r, V.Of(0.5));
        sum = V.Fma(sum, r, V.Of(1));
        return V.Fma(sum, r, V.Of(1));
    }

    /// <summary>x · 2ⁿ for whole n, in two steps of which the first is exact, or in one: the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V PowerOfTwo<T, V>(V x, V n) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        if (V.HasScale)
        {
            return V.Scale(x, n);
        }
        var half = V.Floor(n * V.Of(0.5));
        return x * Power<T, V>(half) * Power<T, V>(n - half);
    }

    /// <summary>2ⁿ for whole n in the normal range: n and the exponent's bias, added to a number so large that they land in its lowest bits, are shifted into the exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Power<T, V>(V n) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> =>
        typeof(T) == typeof(float)
            ? V.ShiftLeft(n + V.Of(12582912.0 + 127), 23)
            : V.ShiftLeft(n + V.Of(6755399441055744.0 + 1023), 52);
}
