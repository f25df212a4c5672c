using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class RangeOpTests
{
    [Fact]
    public void Steps()
    {
        Near.Equal([0, 1, 2], Tensor.Arange(3), 0);
        Assert.Equal(DType.Int32, Tensor.Arange(3).DType);
        Near.Equal([1, 1.5, 2], Tensor.Arange(1, 2.4, 0.5), 0);
        Near.Equal([3, 2], Tensor.Arange(3, 1, -1), 0);
        Assert.Equal([0], Tensor.Arange(3, 1).Shape);
        Assert.Throws<ArgumentException>(() => Tensor.Arange(0, 1, 0));
    }

    [Fact]
    public void Points_from_end_to_end()
    {
        Near.Equal([0, 0.25, 0.5, 0.75, 1], Tensor.Linspace(0, 1, 5), 0);
        Near.Equal([2], Tensor.Linspace(2, 3, 1), 0);
        Assert.Equal(50, Tensor.Linspace(-4, 4).Size);
        Assert.Equal(0.3, Tensor.Linspace(0.1, 0.3, 7, DType.Float64)[^1].Item());
    }
}
