using System.Globalization;
using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CellReaderTests
{
    static readonly CellGrammar Grammar = new(NumberFormatInfo.InvariantInfo, CsvOptions.DefaultMissingValues);

    static readonly string[] Cells = ["1", "true", "x", "", "2.5", "x", "NA", "FALSE"];

    static CellReader Read(ColumnType type, IEnumerable<string> cells)
    {
        var reader = CellReader.For(type, Grammar, capacity: 0);
        var line = 0;
        foreach (var cell in cells)
        {
            reader.Read(cell, ++line);
        }

        return reader;
    }

    [Theory]
    [InlineData(ColumnType.Number)]
    [InlineData(ColumnType.Boolean)]
    [InlineData(ColumnType.Text)]
    public void The_tally_does_not_depend_on_the_type_expected(ColumnType type)
    {
        var tally = Read(type, Cells).Tally;
        Assert.Equal((6, 2, 2), (tally.Present, tally.Numbers, tally.Booleans));
        Assert.Equal(new CellFault("true", 2), tally.NotNumber);
        Assert.Equal(type == ColumnType.Boolean ? new CellFault("1", 1) : new CellFault("x", 3), tally.NotBoolean);
    }

    [Fact]
    public void Pieces_join_in_their_order()
    {
        var pieces = new[] { Read(ColumnType.Number, ["1", "x"]), Read(ColumnType.Number, Enumerable.Repeat("2", 40)) };
        var column = Assert.IsType<NumberColumn>(pieces[0].Join("n", pieces));
        Assert.Equal(42, column.Length);
        Assert.Equal((1, true, 2), (column[0], column.IsMissing(1), column[41]));
    }

    [Fact]
    public void Equal_texts_are_one_string()
    {
        var reader = Read(ColumnType.Text, ["ab", "ab", "c"]);
        var column = (TextColumn)reader.Join("t", [reader]);
        Assert.Same(column[0], column[1]);
    }

    [Fact]
    public void More_different_texts_than_are_shared_stay_right()
    {
        var reader = Read(ColumnType.Text, Enumerable.Range(0, 5000).Select(i => $"t{i}"));
        Assert.Equal("t4999", reader.Join("t", [reader]).Format(4999));
    }
}
