namespace Thalweg.Data.Tests;

public class TableTextTests
{
    [Fact]
    public void Columns_are_aligned_numbers_to_the_right() => Assert.Equal(
        "       x  name\n0   1.25  ann\n1  -1000  bobby\n2      –  –\n(3 rows, 2 columns)",
        new Table(new NumberColumn("x", 1.25, -1000, double.NaN), new TextColumn("name", "ann", "bobby", null)).ToString().ReplaceLineEndings("\n"));

    [Fact]
    public void The_middle_of_a_long_table_and_the_end_of_a_wide_one_are_left_out()
    {
        var lines = Table.ReadCsv("data/digits.csv").ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(13, lines.Length);
        Assert.StartsWith("   …", lines[6], StringComparison.Ordinal);
        Assert.Equal("(1797 rows, 65 columns, 51 not shown)", lines[^1]);
    }

    [Fact]
    public void Long_cells_are_cut_and_line_breaks_shown_as_spaces()
    {
        var text = new Table(new TextColumn("t", new string('x', 50), "a\nb")).ToString();
        Assert.Contains(new string('x', 27) + "…", text, StringComparison.Ordinal);
        Assert.Contains("a b", text, StringComparison.Ordinal);
    }
}
