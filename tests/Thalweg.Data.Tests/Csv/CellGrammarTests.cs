using System.Globalization;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CellGrammarTests
{
    static readonly CellGrammar Grammar = new(NumberFormatInfo.InvariantInfo, CsvOptions.DefaultMissingValues);

    [Theory]
    [InlineData("", true)]
    [InlineData("  ", true)]
    [InlineData(" NA ", true)]
    [InlineData("?", true)]
    [InlineData("na", false)]
    [InlineData("0", false)]
    public void Spaces_do_not_make_a_missing_cell_present(string cell, bool missing) => Assert.Equal(missing, Grammar.IsMissing(cell));

    [Fact]
    public void A_missing_value_that_looks_like_a_number_is_none()
    {
        var grammar = new CellGrammar(NumberFormatInfo.InvariantInfo, ["-999"]);
        Assert.False(grammar.TryNumber("-999", out _));
        Assert.True(grammar.TryNumber("-998", out _));
        Assert.False(Grammar.TryNumber("NaN", out _));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("FALSE", true)]
    [InlineData("1", false)]
    [InlineData("yes", false)]
    public void Truth_is_written_in_full(string cell, bool isBoolean) => Assert.Equal(isBoolean, CellGrammar.TryBoolean(cell, out _));
}
