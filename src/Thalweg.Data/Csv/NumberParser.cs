using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Thalweg.Data.Csv;

/// <summary>
/// Text to <see cref="double"/>, bit for bit what <see cref="double.TryParse(ReadOnlySpan{char}, NumberStyles, IFormatProvider, out double)"/>
/// makes of it with <see cref="NumberStyles.Float"/>, several times faster for the numbers that tables hold.
/// </summary>
/// <remarks>
/// A decimal of at most 19 digits is an integer w that a <see cref="ulong"/> holds, times a power of ten. If w ≤ 2⁵³ and the
/// exponent lies within ±22, both factors are exact doubles and one multiplication or division rounds once: the nearest
/// double (Clinger, "How to read floating point numbers accurately", 1990). For a longer w and a negative exponent the
/// quotient is taken in integers. The base library reads everything else.
/// </remarks>
sealed class NumberParser(NumberFormatInfo format)
{
    /// <summary>The digits that always fit in 64 bits.</summary>
    const int MostDigits = 19;

    const ulong LargestExactInteger = 1UL << 53;

    static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    static readonly ulong[] PowersOfFive = ExactPowersOfFive();

    readonly char point = format.NumberDecimalSeparator[0];

    /// <summary>Cultures with other signs, some with invisible marks, are left to the base library.</summary>
    readonly bool isPlain = format is { NumberDecimalSeparator.Length: 1, NegativeSign: "-", PositiveSign: "+" };

    /// <summary>Reads a number that fills the whole text, but for spaces around it.</summary>
    public bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        var sign = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var (at, whole) = (sign, sign);
        var digits = ReadDigits(text, ref at, 0);
        var digitCount = at - whole;
        var exponent = 0;
        if (at < text.Length && text[at] == point)
        {
            var fraction = ++at;
            digits = ReadDigits(text, ref at, digits);
            exponent = fraction - at;
            digitCount -= exponent;
        }

        if (!isPlain || digitCount is 0 or > MostDigits || (at < text.Length && !TryReadExponent(text, at, ref exponent)) || !TryScale(digits, exponent, out value))
        {
            return double.TryParse(text, NumberStyles.Float, format, out value);
        }

        // The sign's bit, without a branch: signs come in no order that a processor could learn.
        value = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) | ((long)sign << 63));
        return true;
    }

    /// <summary>Appends the digits found to those read before; the result is worthless past 19 digits, which the caller counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong ReadDigits(ReadOnlySpan<char> text, ref int at, ulong before)
    {
        var i = at;
        uint digit;
        while (i < text.Length && (digit = text[i] - (uint)'0') <= 9)
        {
            before = before * 10 + digit;
            i++;
        }

        at = i;
        return before;
    }

    /// <summary>Four characters in the 16-bit lanes of one word: checked together, and weighted by one product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryFourDigits(ReadOnlySpan<char> text, out ulong value)
    {
        // '0' … '9' become 0 … 9; anything else has a bit above the lowest four, or gets one from adding 6.
        var lanes = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text)) ^ 0x0030_0030_0030_0030;
        if (!BitConverter.IsLittleEndian || ((lanes | (lanes + 0x0006_0006_0006_0006)) & 0xFFF0_FFF0_FFF0_FFF0) != 0)
        {
            value = 0;
            return false;
        }

        // The top lane collects 1000 a + 100 b + 10 c + d; the lanes below stay under 1000 and carry nothing into it.
        value = (lanes * (1000UL << 48 | 100UL << 32 | 10UL << 16 | 1UL)) >> 48;
        return true;
    }

    /// <summary>Adds what follows an <c>e</c>; false where anything else follows, or the exponent is far out.</summary>
    static bool TryReadExponent(ReadOnlySpan<char> text, int at, ref int exponent)
    {
        if ((text[at] | 0x20) != 'e' || ++at == text.Length)
        {
            return false;
        }

        var negative = text[at] == '-';
        if (negative || text[at] == '+')
        {
            at++;
        }

        var first = at;
        var magnitude = (int)ReadDigits(text, ref at, 0);
        if (at == first || at - first > 3 || at < text.Length)
        {
            return false;
        }

        exponent += negative ? -magnitude : magnitude;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryScale(ulong digits, int exponent, out double value)
    {
        if (digits <= LargestExactInteger && (uint)(exponent + 22) <= 44)
        {
            value = exponent < 0 ? digits / PowersOfTen[-exponent] : digits * PowersOfTen[exponent];
            return true;
        }

        if (digits != 0 && exponent <= 0 && -exponent < PowersOfFive.Length)
        {
            value = Divide(digits, -exponent);
            return true;
        }

        value = 0;
        return false;
    }

    /// <summary>The double nearest to w / 10ᵏ = w / 5ᵏ · 2⁻ᵏ, for w &gt; 0 and 5ᵏ &lt; 2⁶⁴.</summary>
    static double Divide(ulong w, int k)
    {
        // With both leading bits at the top, w / 5ᵏ lies in (½, 2), and its 63 binary digits after the point in a ulong.
        var divisor = PowersOfFive[k];
        var up = (int)ulong.LeadingZeroCount(w);
        var down = (int)ulong.LeadingZeroCount(divisor);
        var (quotient, remainder) = UInt128.DivRem(new UInt128(w << up >> 1, w << up << 63), divisor << down);

        // A last bit stands for all that was cut off, so that the conversion rounds the true quotient, ties included.
        var sticky = (ulong)quotient | (remainder != UInt128.Zero ? 1UL : 0UL);
        return sticky * PowerOfTwo(down - up - k - 63);
    }

    static double PowerOfTwo(int exponent) => BitConverter.UInt64BitsToDouble((ulong)(1023 + exponent) << 52);

    static ulong[] ExactPowersOfFive()
    {
        var powers = new ulong[28];
        powers[0] = 1;
        for (var k = 1; k < powers.Length; k++)
        {
            powers[k] = powers[k - 1] * 5;
        }

        return powers;
    }
}
