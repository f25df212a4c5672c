namespace Thalweg.Data.Tests;

public class CategorizingTests
{
    [Fact]
    public void Classes_are_in_order_of_their_values()
    {
        var numbers = new NumberColumn("n", 10, 9, -1, 10).ToCategorical();
        Assert.Equal(["-1", "9", "10"], numbers.Classes);
        Assert.Equal([2, 1, 0, 2], numbers.Codes);
        Assert.Equal(["B", "a", "é"], new TextColumn("t", "é", "a", "B").ToCategorical().Classes);
        Assert.Equal(["false", "true"], new BooleanColumn("b", true, false).ToCategorical().Classes);
        Assert.Equal(["class_0", "class_1", "class_2"], Table.ReadCsv("data/wine.csv")["target"].ToCategorical().Classes);
        Assert.Equal(10, Table.ReadCsv("data/digits.csv")["target"].ToCategorical().Classes.Count);
    }

    [Fact]
    public void Known_classes_keep_their_places()
    {
        var test = new TextColumn("t", "c").ToCategorical(["a", "b", "c"]);
        Assert.Equal([2], test.Codes);
        Assert.Equal([0f, 0f, 1f], test.OneHot.ToArray<float>());
    }

    [Fact]
    public void A_cell_of_no_class_is_refused()
    {
        Assert.StartsWith(
            "Row 1 of column 't' is 'd', which is none of the classes 'a', 'b'.",
            Assert.Throws<ArgumentException>(() => new TextColumn("t", "a", "d").ToCategorical(["a", "b"])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Column 't' has 1 missing cells, which belong to no class",
            Assert.Throws<ArgumentException>(() => new TextColumn("t", "a", null).ToCategorical()).Message, StringComparison.Ordinal);
    }
}
