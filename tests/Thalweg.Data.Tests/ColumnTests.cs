namespace Thalweg.Data.Tests;

public class ColumnTests
{
    [Fact]
    public void A_column_names_itself_its_type_and_its_gaps() =>
        Assert.Equal("x (Number, 3 rows, 1 missing)", new NumberColumn("x", 1, double.NaN, 2).ToString());

    [Fact]
    public void A_column_needs_a_name() => Assert.Throws<ArgumentNullException>(() => new TextColumn(null!, "a"));
}
