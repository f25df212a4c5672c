namespace Thalweg.Data.Tests;

public class TableTests
{
    static readonly Table Iris = Table.ReadCsv("data/iris.csv", indexColumn: 0);

    static readonly Table Small = new(new NumberColumn("n", 1, double.NaN, 3, 4), new TextColumn("t", "a", "b", null, "d"));

    [Fact]
    public void A_column_is_found_by_its_exact_name()
    {
        Assert.Equal(150, Iris["target"].Length);
        Assert.True(Iris.Contains("target"));
        Assert.False(Iris.Contains("Target"));
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_near_it()
    {
        var fault = Assert.Throws<ArgumentException>(() => Iris["Target"]);
        Assert.StartsWith("No column is named 'Target'. Did you mean 'target'?", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Iris.Drop("tarjet"));
        Assert.Throws<ArgumentException>(() => Iris.Select("tarjet"));
        Assert.Throws<ArgumentException>(() => Iris.Rename("tarjet", "x"));
    }

    [Fact]
    public void Columns_are_dropped_selected_renamed_and_added()
    {
        Assert.Equal(["t"], Small.Drop("n").ColumnNames);
        Assert.Equal(["t", "n"], Small.Select("t", "n").ColumnNames);
        Assert.Equal(["m", "t"], Small.Rename("n", "m").ColumnNames);
        Assert.Equal(["n", "t", "z"], Small.WithColumn(new NumberColumn("z", 1, 2, 3, 4)).ColumnNames);
        Assert.Equal(["n", "t"], Small.WithColumn(new NumberColumn("n", 1, 2, 3, 4)).ColumnNames);
        Assert.Equal(4, Small.RowCount);
    }

    [Fact]
    public void Columns_need_different_names_and_the_same_length()
    {
        Assert.Contains("Two columns are named 'n'", Assert.Throws<ArgumentException>(() => Small.Rename("t", "n")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "Column 'z' has 1 rows where 'n' has 4",
            Assert.Throws<ArgumentException>(() => Small.WithColumn(new NumberColumn("z", 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_keeps_the_rows_that_satisfy_it()
    {
        Assert.Equal([3, 4], Small.Where(row => row.Number("n") > 1).Numbers("n"));
        Assert.Equal(50, Iris.Where(row => row.Number("target") == 2).RowCount);
    }

    [Fact]
    public void Rows_are_taken_by_range_and_by_index()
    {
        Assert.Equal(["b", null], Small.Rows(1..3).Texts("t"));
        Assert.Equal(["d"], Small.Rows(^1..).Texts("t"));
        Assert.Equal([4, 1, 1], Small.Take(3, 0, 0).Numbers("n"));
        Assert.Equal(5, Iris.Head().RowCount);
        Assert.Equal(4, Small.Head(10).RowCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => Small.Rows(2..9));
        Assert.Contains("indices run from 0 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => Small.Take(4)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_columns_has_no_rows() => Assert.Equal((0, 0), (new Table().RowCount, new Table().ColumnCount));
}
