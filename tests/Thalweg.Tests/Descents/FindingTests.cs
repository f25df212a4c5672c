using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class FindingTests
{
    [Theory]
    [InlineData(1, 0.5, true, true)]
    [InlineData(0.5, 1, true, false)]
    [InlineData(0.5, 1, false, true)]
    [InlineData(double.NaN, 3, true, true)]
    [InlineData(3, double.NaN, true, false)]
    [InlineData(double.PositiveInfinity, double.NaN, false, false)]
    public void An_effect_is_for_the_better_or_not(double before, double after, bool lowerIsBetter, bool improved) =>
        Assert.Equal(improved, new Effect("loss", before, after, lowerIsBetter).Improved);
}
