using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class DepthwiseConv2DOpTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_channel_is_convolved_by_its_own_filters(int multiplier)
    {
        var (x, kernel) = (Conv2DOpTests.Filled(2, 5, 6, 3), Conv2DOpTests.Filled(3, 2, 3, multiplier));
        var y = x.DepthwiseConv2D(kernel, [2, 1], Padding.Same);
        Assert.Equal([2, 3, 6, 3 * multiplier], y.Shape);
        for (var channel = 0; channel < 3; channel++)
        {
            var alone = x[.., .., .., channel..(channel + 1)].Conv2D(kernel[.., .., channel..(channel + 1), ..], [2, 1], Padding.Same);
            Near.Equal(alone, y[.., .., .., (channel * multiplier)..((channel + 1) * multiplier)], 1e-14);
        }
        var check = Gradient.Check(Gradient.Of((Tensor k) => x.DepthwiseConv2D(k).Square()), kernel);
        Assert.True(check.RelativeError < 1e-6, check.ToString());
    }

    [Fact]
    public void Channels_that_do_not_fit_are_named() =>
        Assert.Contains("3 channels", Assert.Throws<ArgumentException>(() => Tensor.Ones([2, 5, 6, 3]).DepthwiseConv2D(Tensor.Ones([3, 3, 4, 1]))).Message, StringComparison.Ordinal);
}
