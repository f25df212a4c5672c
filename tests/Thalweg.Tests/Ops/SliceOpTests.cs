using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SliceOpTests : MoveContract
{
    protected override Tensor Run(Tensor x) => x[^1, 1..3, ..2];

    protected override int[] Places => [16, 17, 20, 21];

    [Fact]
    public void Positions_ranges_and_the_rest()
    {
        var x = Tensor.Arange(24).Reshape([2, 3, 4]);
        Assert.Equal([3, 4], x[0].Shape);
        Assert.Equal([3, 4], x[-1].Shape);
        Assert.Equal(23, x[1, 2, 3].Item());
        Assert.Equal(23, x[^1, ^1, ^1].Item());
        Near.Equal([3, 7, 11, 15, 19, 23], x[TensorIndex.Rest, 3], 0);
        Near.Equal([12, 13, 14, 15], x[1, 0], 0);
        Assert.Equal([2, 1, 3, 4], x[.., TensorIndex.NewAxis].Shape);
        Assert.Equal([0, 3, 4], x[1..1].Shape);
        Assert.Equal([2, 2, 2], x[.., 1.., ^2..].Shape);
    }

    [Fact]
    public void What_is_outside_is_named()
    {
        var x = Tensor.Zeros([2, 3]);
        Assert.Contains("axis 0 of shape (2, 3)", Assert.Throws<ArgumentException>(() => x[2]).Message, StringComparison.Ordinal);
        Assert.Contains("axis 1", Assert.Throws<ArgumentException>(() => x[0, 1..4]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x[0, 0, 0]);
        Assert.Throws<ArgumentException>(() => x[TensorIndex.Rest, TensorIndex.Rest]);
    }
}
