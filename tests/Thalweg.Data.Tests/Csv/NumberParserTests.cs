using System.Globalization;
using CsCheck;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class NumberParserTests
{
    static readonly NumberParser Parser = new(NumberFormatInfo.InvariantInfo);

    static readonly Gen<string> DecimalText =
        from sign in Gen.OneOf("", "-", "+", " ")
        from whole in Gen.String[Gen.Char['0', '9'], 0, 22]
        from point in Gen.OneOf("", ".", ",")
        from fraction in Gen.String[Gen.Char['0', '9'], 0, 30]
        from exponent in Gen.Frequency(
            (6, Gen.Const("")), (3, Gen.Int[-340, 340].Select(e => FormattableString.Invariant($"e{e}"))), (1, Gen.OneOf("e", "E+", "e+05", "E-007", " ", "e1.5", "x")))
        select sign + whole + point + fraction + exponent;

    [Fact]
    public void Any_decimal_has_the_bits_of_the_base_library() => DecimalText.Sample(Agree, iter: 200_000);

    [Fact]
    public void Any_double_written_with_17_digits_comes_back() =>
        Gen.Double.Sample(number => Agree(number.ToString("E16", CultureInfo.InvariantCulture)), iter: 100_000);

    [Fact]
    public void Numbers_of_everyday_size_in_shortest_form_come_back() =>
        Gen.Double[-1e6, 1e6].Sample(number => Agree(number.ToString("R", CultureInfo.InvariantCulture)), iter: 200_000);

    [Fact]
    public void Decimals_next_to_the_middle_of_two_doubles_round_as_in_the_base_library() =>
        (from whole in Gen.ULong[1UL << 52, 1UL << 53]
         from off in Gen.Int[-2, 2]
         from places in Gen.Int[0, 18]
         select (whole, off, places)).Sample(
            middle =>
            {
                // (2w + 1) / 2 has no double: whatever comes after its digits decides the rounding.
                var digits = ((UInt128)middle.whole * 2 + 1) * 5;
                var text = (digits + (UInt128)(middle.off + 2) - 2).ToString(CultureInfo.InvariantCulture);
                return Agree(text.Insert(Math.Max(0, text.Length - middle.places), ".")) && Agree(text.Insert(text.Length - 1, "."));
            },
            iter: 100_000);

    [Fact]
    public void Any_short_text_is_accepted_or_refused_as_by_the_base_library() =>
        Gen.String[Gen.OneOf(Gen.Char["0123456789.,-+eE \t\0NaIinfty∞"], Gen.Char), 0, 8].Sample(Agree, iter: 200_000);

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    [InlineData("de-CH")]
    public void Other_cultures_agree_too(string culture)
    {
        var format = CultureInfo.GetCultureInfo(culture).NumberFormat;
        var parser = new NumberParser(format);
        DecimalText.Sample(text => Agree(parser, format, text), iter: 20_000);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("9007199254740993")]
    [InlineData("9007199254740992.5")]
    [InlineData("18446744073709551615")]
    [InlineData("18446744073709551616")]
    [InlineData("9999999999999999999e-27")]
    [InlineData("0.000000000000000000000000123456789")]
    [InlineData("1e22")]
    [InlineData("1e23")]
    [InlineData("1e400")]
    [InlineData("5e-324")]
    [InlineData("1e99999999999999999999")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void Edges_agree(string text) => Assert.True(Agree(text));

    static bool Agree(string text) => Agree(Parser, NumberFormatInfo.InvariantInfo, text);

    static bool Agree(NumberParser parser, NumberFormatInfo format, string text)
    {
        var expected = double.TryParse(text, NumberStyles.Float, format, out var theirs);
        return parser.TryParse(text, out var ours) == expected
            && BitConverter.DoubleToInt64Bits(ours) == BitConverter.DoubleToInt64Bits(theirs);
    }
}
