namespace Thalweg.Data.Tests;

public class TableRowTests
{
    static readonly Table Table = new(new NumberColumn("n", 1, 2), new TextColumn("t", "a", null), new BooleanColumn("b", true, false));

    [Fact]
    public void A_row_shows_the_cells_of_its_index()
    {
        var row = new TableRow(Table, 1);
        Assert.Equal((1, 2.0, null, false), (row.Index, row.Number("n"), row.Text("t"), row.Boolean("b")));
        Assert.Equal((false, true), (row.IsMissing("n"), row.IsMissing("t")));
    }

    [Fact]
    public void A_cell_of_another_type_is_refused()
    {
        var fault = Assert.Throws<ArgumentException>(() => new TableRow(Table, 0).Number("t"));
        Assert.StartsWith("Column 't' holds Text cells, not Number.", fault.Message, StringComparison.Ordinal);
    }
}
