using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class LearningRateRangeTests
{
    [Fact]
    public void The_steepest_fall_is_suggested()
    {
        double[] rates = [.. Enumerable.Range(0, 13).Select(i => Math.Pow(2, i - 10))];
        double[] losses = [10, 10, 10, 9.8, 9, 6, 3, 2.5, 2.3, 2.2, 2.1, 2, 7];
        var range = new LearningRateRange(rates, losses, rates[^1]);
        Assert.Equal(rates[5], range.Suggested);
        Assert.Equal(rates[11], range.BestRate);
        Assert.Contains("diverged at 4", range.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_at_most_a_quarter_of_the_best()
    {
        double[] rates = [.. Enumerable.Range(0, 9).Select(i => Math.Pow(2, i - 10))];
        Assert.Equal(rates[^1] / 4, new LearningRateRange(rates, [10, 10, 10, 10, 10, 10, 9, 5, 1], null).Suggested);
    }
}
