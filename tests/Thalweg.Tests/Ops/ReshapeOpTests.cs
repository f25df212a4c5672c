using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class ReshapeOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => x.Reshape([4, -1]);

    protected override int[] Places => [.. Enumerable.Range(0, 24)];

    [Fact]
    public void Shapes()
    {
        var x = Tensor.Zeros([2, 3, 4]);
        Assert.Equal([4, 6], x.Reshape([4, -1]).Shape);
        Assert.Equal([24], x.Flatten().Shape);
        Assert.Equal([2, 12], x.Flatten(from: 1).Shape);
        Assert.Equal([1], Tensor.Scalar(3).Flatten().Shape);
        Assert.Equal([2, 1, 3, 4], x.ExpandDims(1).Shape);
        Assert.Equal([2, 3, 4, 1], x.ExpandDims(-1).Shape);
        Assert.Equal([3], Tensor.Zeros([1, 3, 1]).Squeeze().Shape);
        Assert.Equal([1, 3], Tensor.Zeros([1, 3, 1]).Squeeze(-1).Shape);
        Assert.Equal([0, 5], Tensor.Zeros([0]).Reshape([0, 5]).Shape);
    }

    [Theory]
    [InlineData(new[] { 5, 5 })]
    [InlineData(new[] { -1, -1 })]
    [InlineData(new[] { 7, -1 })]
    public void Shapes_that_do_not_fit_are_named(int[] shape)
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.Zeros([2, 3, 4]).Reshape(shape));
        Assert.Equal("shape", error.ParamName);
    }

    [Fact]
    public void Only_an_axis_of_length_1_is_squeezed() => Assert.Throws<ArgumentException>(() => Tensor.Zeros([2, 3]).Squeeze(0));
}
