namespace Thalweg.Data.Tests;

public class TableDescriptionTests
{
    [Fact]
    public void Numbers_are_described_as_pandas_describes_them()
    {
        var row = Table.ReadCsv("data/penguins.csv").Describe().Where(row => row.Text("column") == "body_mass_g");
        Assert.Equal(342, row.Numbers("count")[0]);
        Assert.Equal(2, row.Numbers("missing")[0]);
        Assert.Equal(4201.754385964912, row.Numbers("mean")[0], 1e-9);
        Assert.Equal(801.9545356980956, row.Numbers("std")[0], 1e-9);
        Assert.Equal((2700, 3550, 4050, 4750, 6300), (row.Numbers("min")[0], row.Numbers("25%")[0], row.Numbers("50%")[0], row.Numbers("75%")[0], row.Numbers("max")[0]));
        Assert.True(row["top"].IsMissing(0) && row["unique"].IsMissing(0));
    }

    [Fact]
    public void Texts_have_their_most_frequent_value()
    {
        var row = Table.ReadCsv("data/penguins.csv").Describe().Where(row => row.Text("column") == "sex");
        Assert.Equal((333, 11, 2, "male", 168), (row.Numbers("count")[0], row.Numbers("missing")[0], row.Numbers("unique")[0], row.Texts("top")[0], row.Numbers("freq")[0]));
        Assert.True(row["mean"].IsMissing(0));
    }

    [Fact]
    public void Columns_without_values_or_with_one_have_no_spread()
    {
        var description = new Table(new NumberColumn("none", double.NaN), new NumberColumn("one", 5), new TextColumn("text", [null])).Describe();
        Assert.Equal([double.NaN, 5, double.NaN], description.Numbers("mean"));
        Assert.Equal(3, description["std"].MissingCount);
        Assert.Equal(0, description.Numbers("unique")[2]);
    }
}
