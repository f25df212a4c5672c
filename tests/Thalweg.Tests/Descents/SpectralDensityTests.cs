using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class SpectralDensityTests
{
    static readonly SpectralDensity Two = new([-1, 3], [0.25, 0.75]);

    [Fact]
    public void Parts_and_mean()
    {
        Assert.Equal([0, 0.25, 1], new[] { -1.0, 0, 4 }.Select(Two.Below));
        Assert.Equal(2, Two.Mean);
    }

    [Fact]
    public void Bells_have_the_area_of_their_weights()
    {
        var area = Enumerable.Range(0, 4000).Sum(i => Two.At(-3 + i * 0.002, 0.2) * 0.002);
        Near.Equal(1, area, 1e-6);
        Near.Equal(0.75 / (Math.Sqrt(2 * Math.PI) * 0.2), Two.At(3, 0.2), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => Two.At(0, 0));
    }
}
