using Thalweg.Metrics;

namespace Thalweg.Tests.Metrics;

public class DecisionMetricTests
{
    [Fact]
    public void Thresholds_are_between_0_and_1()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Precision([0.5, 1.5]));
        Assert.Equal([0.5], new Recall().Thresholds);
    }
}
