using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class ScalarPowTests
{
    [Theory]
    [InlineData(2, 10, 1024)]
    [InlineData(-3, 3, -27)]
    [InlineData(5, 0, 1)]
    [InlineData(2, -1, 0)]
    [InlineData(-1, -3, -1)]
    [InlineData(-1, -4, 1)]
    [InlineData(1, -9, 1)]
    public void Whole_numbers(int a, int b, int expected) => Assert.Equal(expected, ScalarPow.Of(a, b));

    [Fact]
    public void Real_numbers_as_the_runtime()
    {
        Assert.Equal(MathF.Pow(2.5f, 1.5f), ScalarPow.Of(2.5f, 1.5f));
        Assert.Equal(Math.Pow(2.5, -1.5), ScalarPow.Of(2.5, -1.5));
    }
}
