using Thalweg.Catalogs;

namespace Thalweg.Tests.Catalogs;

public class RequireTests
{
    [Fact]
    public void What_is_in_range_comes_back_and_the_rest_is_named()
    {
        var rate = 0.5;
        Assert.Equal(0.5, Require.Positive(rate));
        Assert.Equal(0, Require.NotNegative(0));
        Assert.Equal(0.5, Require.InUnitInterval(rate));
        rate = 1;
        Assert.Contains("rate must be at least 0 and below 1", Assert.Throws<ArgumentOutOfRangeException>(() => Require.InUnitInterval(rate)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.Positive(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.NotNegative(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.Positive(double.NaN));
    }
}
