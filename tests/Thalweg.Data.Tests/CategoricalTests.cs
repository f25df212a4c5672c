namespace Thalweg.Data.Tests;

public class CategoricalTests
{
    [Fact]
    public void A_categorical_column_is_a_one_hot_tensor()
    {
        Tensor y = Table.ReadCsv("data/iris.csv", indexColumn: 0)["target"].ToCategorical();
        Assert.Equal(new Shape(150, 3), y.Shape);
        Assert.Equal(DType.Float32, y.DType);
        Assert.Equal([1, 0, 0], y.ToArray<float>()[..3]);
        Assert.Equal([0, 0, 1], y.ToArray<float>()[^3..]);
    }

    [Fact]
    public void The_conversion_and_its_named_twin_agree()
    {
        var classes = new TextColumn("t", "b", "a").ToCategorical();
        Assert.Same(classes.OneHot, classes.ToTensor());
        Assert.Equal([0f, 1f, 1f, 0f], classes.OneHot.ToArray<float>());
    }
}
