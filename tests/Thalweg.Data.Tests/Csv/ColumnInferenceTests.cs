using System.Globalization;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class ColumnInferenceTests
{
    static CellTally Tally(int numbers, int booleans, int texts)
    {
        var tally = new CellTally();
        for (var i = 0; i < numbers; i++)
        {
            tally.CountNumber();
        }

        for (var i = 0; i < booleans; i++)
        {
            tally.CountBoolean("true", i);
        }

        for (var i = 0; i < texts; i++)
        {
            tally.CountText("x", i);
        }

        return tally;
    }

    [Theory]
    [InlineData(0, 0, 0, ColumnType.Number)]
    [InlineData(3, 0, 0, ColumnType.Number)]
    [InlineData(0, 3, 0, ColumnType.Boolean)]
    [InlineData(0, 3, 1, ColumnType.Text)]
    [InlineData(9, 0, 1, ColumnType.Text)]
    [InlineData(89, 0, 11, ColumnType.Text)]
    public void All_cells_decide(int numbers, int booleans, int texts, ColumnType type) =>
        Assert.Equal(type, ColumnInference.Decide(Tally(numbers, booleans, texts), null, "x", 1, null));

    [Theory]
    [InlineData(10, 0, 1)]
    [InlineData(90, 0, 10)]
    [InlineData(10, 1, 0)]
    public void Few_others_among_many_numbers_are_faults(int numbers, int booleans, int texts) =>
        Assert.Throws<TableFormatException>(() => ColumnInference.Decide(Tally(numbers, booleans, texts), null, "x", 1, null));

    [Fact]
    public void Text_declared_is_text() =>
        Assert.Equal(ColumnType.Text, ColumnInference.Decide(Tally(10, 0, 1), ColumnType.Text, "x", 1, null));

    [Fact]
    public void A_long_cell_is_shortened_in_the_message()
    {
        var tally = Tally(1, 0, 0);
        tally.CountText(new string('y', 100), 2);
        var fault = Assert.Throws<TableFormatException>(() => ColumnInference.Decide(tally, ColumnType.Number, "x", 1, null));
        Assert.Contains($"'{new string('y', 40)}…'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_cells_give_a_guess()
    {
        var grammar = new CellGrammar(NumberFormatInfo.InvariantInfo, ["", "NA"]);
        Assert.Equal(ColumnType.Number, ColumnInference.Guess(["1", "NA"], grammar));
        Assert.Equal(ColumnType.Boolean, ColumnInference.Guess(["true", "NA"], grammar));
        Assert.Equal(ColumnType.Text, ColumnInference.Guess(["1", "x"], grammar));
        Assert.Equal(ColumnType.Number, ColumnInference.Guess([], grammar));
    }
}
