using System.Data;

namespace Thalweg.Data.Tests;

public class DatabaseReadingTests
{
    [Fact]
    public void Rows_of_a_query_become_a_table_and_the_reader_stays_open()
    {
        using var source = new DataTable();
        source.Columns.Add("id", typeof(int));
        source.Columns.Add("price", typeof(decimal));
        source.Columns.Add("name", typeof(string));
        source.Columns.Add("sold", typeof(bool));
        source.Columns.Add("none", typeof(long));
        source.Rows.Add(1, 9.5m, "a", true, DBNull.Value);
        source.Rows.Add(2, DBNull.Value, DBNull.Value, DBNull.Value, DBNull.Value);
        using var reader = source.CreateDataReader();

        var table = Table.Read(reader);

        Assert.False(reader.IsClosed);
        Assert.Equal(["id", "price", "name", "sold", "none"], table.ColumnNames);
        Assert.Equal([9.5, double.NaN], table.Numbers("price"));
        Assert.Equal(["a", null], table.Texts("name"));
        Assert.Equal([true, null], table.Booleans("sold"));
        Assert.Equal(ColumnType.Number, table["none"].Type);
    }
}
