using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class NormalQuantileTests
{
    /// <summary>The roots of erfc(−x/√2)/2 = p: the centre and both tails of the approximation, and its joints.</summary>
    [Theory]
    [InlineData(0.5, 0.0)]
    [InlineData(0.75, 0.6744897501960817)]
    [InlineData(0.925, 1.4395314709384563)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.99, 2.3263478740408408)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-20, -9.262340089798408)]
    [InlineData(1e-300, -37.0470962993612)]
    public void Inverts_the_distribution_function(double p, double expected) =>
        Assert.Equal(expected, NormalQuantile.Of(p), Math.Max(1e-15, 1e-11 * Math.Abs(expected)));

    [Fact]
    public void Is_odd_about_one_half_and_increases()
    {
        double previous = double.NegativeInfinity;
        for (int i = 1; i < 4096; i++)
        {
            double x = NormalQuantile.Of(i / 4096.0);
            Assert.True(x > previous, $"Φ⁻¹({i}/4096) = {x} is not above {previous}");
            Assert.Equal(-x, NormalQuantile.Of(1 - i / 4096.0));
            previous = x;
        }
    }

    [Fact]
    public void Ends_at_the_infinities()
    {
        Assert.Equal(double.NegativeInfinity, NormalQuantile.Of(0));
        Assert.Equal(double.PositiveInfinity, NormalQuantile.Of(1));
    }
}
