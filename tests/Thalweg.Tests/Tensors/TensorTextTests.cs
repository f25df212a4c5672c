namespace Thalweg.Tests.Tensors;

public class TensorTextTests
{
    [Fact]
    public void Columns_are_aligned()
    {
        Assert.Equal("[[  1.0000,   2.5000],\n [-10.0000, 100.0000]]", Tensor.From(new[,] { { 1, 2.5 }, { -10, 100 } }).ToString());
        Assert.Equal("[1, 2]", Tensor.Of(1.0, 2).ToString());
        Assert.Equal("[ True, False]", Tensor.Of(true, false).ToString());
    }

    [Fact]
    public void Long_axes_are_shortened()
    {
        Assert.Equal("[ 0,  1,  2, …, 97, 98, 99]", Tensor.Arange(100).ToString());
        Assert.Equal(7, Tensor.Zeros([50, 2]).ToString().Split('\n').Length);
    }

    [Fact]
    public void Single_numbers_nothing_and_the_infinite()
    {
        Assert.Equal("3.14", Tensor.Scalar(3.14).ToString());
        Assert.Equal("[] (0, 3)", Tensor.Zeros([0, 3]).ToString());
        Assert.Equal("[  1,   ∞,  -∞, NaN]", Tensor.Of(1, double.PositiveInfinity, double.NegativeInfinity, double.NaN).ToString());
        Assert.Equal("[  1e-6, 0.5000]", Tensor.Of(1e-6, 0.5).ToString());
    }
}
