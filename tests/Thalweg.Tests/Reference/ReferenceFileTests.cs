namespace Thalweg.Tests.Reference;

public class ReferenceFileTests
{
    [Fact]
    public void Reads_arrays_with_shape_and_type()
    {
        var training = ReferenceFile.Load("train_iris_adam");
        Assert.Equal("3.15.1", training["keras"].Text);

        var x = training["x"].Array;
        Assert.Equal("float32", x.DType);
        Assert.Equal([150, 4], x.Shape);
        Assert.Equal(600, x.Data.Length);
        Assert.Equal(5, training["history"]["loss"].Array.Data.Length);
    }

    [Fact]
    public void Reads_numbers_that_JSON_cannot_write()
    {
        var values = ReferenceFile.Load("regularizers")["cases"].Items
            .Where(node => !node["grad"].IsNull)
            .SelectMany(node => node["grad"].Array.Data);
        Assert.Contains(values, double.IsNaN);
    }

    [Fact]
    public void Reads_nested_lists()
    {
        Assert.Equal([20, 2], ReferenceFile.Load("chapter")["logistic"]["X"].Array.Shape);
        Assert.Equal([4, 2], ReferenceFile.Case("layer_Dense", "linear")["weights"][0]["value"].Array.Shape);
    }

    [Fact]
    public void A_wrong_name_says_what_there_is()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => ReferenceFile.Load("chapter")["logistics"]);
        Assert.Contains("logistic, slice", error.Message, StringComparison.Ordinal);
    }
}
