using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class OneHotOpTests
{
    [Fact]
    public void A_one_at_each_class()
    {
        var y = Tensor.Of(1, 0, 3, -1).OneHot(3);
        Assert.Equal([4, 3], y.Shape);
        Near.Equal([0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], y, 0);
        Assert.Equal(DType.Float64, Tensor.Of(1).OneHot(2, DType.Float64).DType);
    }

    [Fact]
    public void Labels_are_whole_numbers() => Assert.Throws<ArgumentException>(() => Tensor.Of(1f).OneHot(3));
}
