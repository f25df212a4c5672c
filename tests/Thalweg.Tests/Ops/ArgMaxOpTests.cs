using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class ArgMaxOpTests
{
    [Fact]
    public void Places_of_the_greatest_and_the_least()
    {
        var x = Tensor.From(new double[,] { { 1, 5, 5 }, { 7, -2, 0 } });
        Near.Equal([1, 0], x.ArgMax(axis: 1), 0);
        Near.Equal([1, 0, 0], x.ArgMax(axis: 0), 0);
        Assert.Equal(3, x.ArgMax().Item());
        Near.Equal([0, 1], x.ArgMin(axis: -1), 0);
        Assert.Equal(4, x.ArgMin().Item());
        Assert.Equal([2, 1], x.ArgMax(axis: 1, keepDims: true).Shape);
        Assert.Equal([1, 1], x.ArgMin(keepDims: true).Shape);
        Assert.Equal(DType.Int32, x.ArgMax().DType);
    }

    [Fact]
    public void NaN_is_found_first() => Assert.Equal(1, Tensor.Of(1, double.NaN, 9, double.NaN).ArgMax().Item());

    [Fact]
    public void Nothing_has_no_greatest() => Assert.Throws<ArgumentException>(() => Tensor.Zeros([2, 0]).ArgMax(axis: 1));
}
