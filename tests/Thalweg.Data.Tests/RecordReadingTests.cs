namespace Thalweg.Data.Tests;

public class RecordReadingTests
{
    sealed record House(double Area, int? Rooms, string City, bool Sold);

    static readonly House[] Houses = [new(80, 3, "Lyon", true), new(120.5, null, "Nice", false)];

    [Fact]
    public void Public_properties_become_columns()
    {
        var table = Table.From(Houses);
        Assert.Equal(["Area", "Rooms", "City", "Sold"], table.ColumnNames);
        Assert.Equal([80, 120.5], table.Numbers("Area"));
        Assert.Equal([3, double.NaN], table.Numbers("Rooms"));
        Assert.Equal(["Lyon", "Nice"], table.Texts("City"));
        Assert.Equal([true, false], table.Booleans("Sold"));
    }

    [Fact]
    public void Selectors_name_their_columns()
    {
        var table = Table.From(Houses, ("m2", house => house.Area), ("south", house => house.City == "Nice"));
        Assert.Equal([80, 120.5], table.Numbers("m2"));
        Assert.Equal([false, true], table.Booleans("south"));
    }

    [Fact]
    public void Without_records_properties_give_the_types() =>
        Assert.Equal(
            [ColumnType.Number, ColumnType.Number, ColumnType.Text, ColumnType.Boolean],
            Table.From(Array.Empty<House>()).Columns.Select(column => column.Type));

    [Fact]
    public void A_type_without_properties_is_refused() =>
        Assert.StartsWith("Object has no public properties", Assert.Throws<ArgumentException>(() => Table.From(new List<object>())).Message, StringComparison.Ordinal);
}
