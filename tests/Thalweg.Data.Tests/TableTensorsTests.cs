namespace Thalweg.Data.Tests;

public class TableTensorsTests
{
    static readonly Table Mixed = new(new NumberColumn("n", 1.5, double.NaN), new BooleanColumn("b", true, false), new TextColumn("t", "x", "y"));

    [Fact]
    public void Rows_and_columns_of_a_table_are_those_of_the_tensor()
    {
        var x = Table.ReadCsv("data/iris.csv", indexColumn: 0).Drop("target").ToTensor();
        Assert.Equal(new Shape(150, 4), x.Shape);
        Assert.Equal(DType.Float32, x.DType);
        Assert.Equal([5.1f, 3.5f, 1.4f, 0.2f, 4.9f], x.ToArray<float>()[..5]);
    }

    [Fact]
    public void Booleans_are_0_and_1_and_missing_numbers_NaN() =>
        Assert.Equal([1.5, 1, double.NaN, 0], Mixed.Drop("t").ToTensor(DType.Float64).ToArray<double>());

    [Fact]
    public void A_column_is_a_tensor_of_one_axis()
    {
        var column = Mixed["b"].ToTensor(DType.Int32);
        Assert.Equal(new Shape(2), column.Shape);
        Assert.Equal([1, 0], column.ToArray<int>());
    }

    [Fact]
    public void Text_columns_are_refused_by_name() =>
        Assert.Equal(
            "A tensor holds numbers, and 't' holds text. Drop it, turn a column into classes with ToCategorical(), or let a TableEncoder do it.",
            Assert.Throws<ArgumentException>(() => Mixed.ToTensor()).Message);

    [Fact]
    public void Integers_cannot_say_missing() =>
        Assert.StartsWith("Column 'n' has 1 missing cells, which Int32 can't express", Assert.Throws<ArgumentException>(() => Mixed["n"].ToTensor(DType.Int32)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_table_without_columns_is_refused() => Assert.Throws<ArgumentException>(() => new Table().ToTensor());
}
