namespace Thalweg.Data.Tests;

public class TextColumnTests
{
    [Fact]
    public void Null_is_missing_and_an_empty_text_is_not()
    {
        var column = new TextColumn("t", null, "");
        Assert.Equal((true, false), (column.IsMissing(0), column.IsMissing(1)));
        Assert.Equal(1, column.MissingCount);
    }

    [Fact]
    public void Taken_and_renamed_cells_keep_their_values()
    {
        var taken = new TextColumn("t", "a", "b").Take([1, 0]).Rename("u");
        Assert.Equal(("u", "b", "a"), (taken.Name, taken[0], taken.Format(1)));
    }
}
