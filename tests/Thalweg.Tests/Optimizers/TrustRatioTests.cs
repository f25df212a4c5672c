using Thalweg.Optimizers;

namespace Thalweg.Tests.Optimizers;

public class TrustRatioTests
{
    [Theory]
    [InlineData(3, 4, 0, 2, 2.5)]
    [InlineData(0, 0, 0, 2, 1)]
    [InlineData(3, 4, 0, 0, 1)]
    public void Sizes_are_compared_where_there_are_two(double a, double b, double c, double d, double expected) =>
        Assert.Equal(expected, TrustRatio.Of(Tensor.Of(a, b), Tensor.Of(c, d)).Item());
}
