using System.Numerics;
using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>The natural logarithm for vectors of any width, within about one unit in the last place, the same bits on every processor.</summary>
static class Logarithm
{
    const double Ln2 = 0.693147180559945309;

    /// <summary>
    /// x is split into 2ᵉ m with m between √½ and √2. With f = m − 1 and s = f / (2 + f), ln m = 2 artanh s, whose series is
    /// arranged so that f itself, which is exact, leads: ln(1 + f) = f − (f²/2 − s (f²/2 + R)), R = ⅔ s² + ⅖ s⁴ + …
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        var single = typeof(T) == typeof(float);
        var one = V.Of(1);
        // Numbers below the normal range are scaled up into it.
        var tiny = V.Less(x, V.Of(single ? 1.1754943508222875e-38 : 2.2250738585072014e-308));
        var scaled = V.Select(tiny, x * V.Of(single ? 8388608.0 : 4503599627370496.0), x);
        var e = Exponent<T, V>(scaled) - V.Select(tiny, V.Of(single ? 23 : 52), V.Of(0));
        var m = scaled & V.Of(single ? BitConverter.Int32BitsToSingle(0x007FFFFF) : BitConverter.Int64BitsToDouble(0x000FFFFFFFFFFFFF)) | one;
        var large = V.Less(V.Of(1.4142135623730951), m);
        m = V.Select(large, m * V.Of(0.5), m);
        e += V.Select(large, one, V.Of(0));

        var f = m - one;
        var s = f / (f + V.Of(2));
        var half = f * f * V.Of(0.5);
        var tail = half - s * (half + Series<T, V>(s * s));
        var high = single ? 0.693145751953125 : 0.693147180369123816490;       // few bits: e times it is exact
        var result = V.Fma(e, V.Of(high), f - (tail - e * V.Of(Ln2 - high)));

        // Zero, infinity, and what has no logarithm.
        result = V.Select(V.Equal(x, V.Of(0)), V.Of(double.NegativeInfinity), result);
        result = V.Select(V.Equal(x, V.Of(double.PositiveInfinity)), x, result);
        return V.Select(V.LessOrEqual(V.Of(0), x), result, V.Of(double.NaN));
    }

    /// <summary>⅔ z + ⅖ z² + …: with z at most 0.0295 the next term is below half a unit in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Series<T, V>(V z) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V>
    {
        V sum;
        if (typeof(T) == typeof(float))
        {
            sum = V.Of(2.0 / 11);
        }
        else
        {
            sum = V.Fma(V.Of(2.0 / 23), z, V.Of(2.0 / 21));
            sum = V.Fma(sum, z, V.Of(2.0 / 19));
            sum = V.Fma(sum, z, V.Of(2.0 / 17));
            sum = V.Fma(sum, z, V.Of(2.0 / 15));
            sum = V.Fma(sum, z, V.Of(2.0 / 13));
            sum = V.Fma(sum, z, V.Of(2.0 / 11));
        }
        sum = V.Fma(sum, z, V.Of(2.0 / 9));
        sum = V.Fma(sum, z, V.Of(2.0 / 7));
        sum = V.Fma(sum, z, V.Of(2.0 / 5));
        sum = V.Fma(sum, z, V.Of(2.0 / 3));
        return sum * z;
    }

    /// <summary>The exponent of a positive normal number: its bits, moved down into the last ones of a number so large that they count whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Exponent<T, V>(V x) where T : unmanaged, INumber<T> where V : struct, ILanes<T, V> =>
        typeof(T) == typeof(float)
            ? (V.ShiftRight(x, 23) | V.Of(8388608.0)) - V.Of(8388608.0 + 127)
            : (V.ShiftRight(x, 52) | V.Of(4503599627370496.0)) - V.Of(4503599627370496.0 + 1023);
}
