using Thalweg.Metrics;

namespace Thalweg.Tests.Metrics;

public class ConstrainedRateTests
{
    [Fact]
    public void Where_no_threshold_is_enough_the_rate_is_0()
    {
        var metric = new PrecisionAtRecall(1);
        metric.Update(Tensor.Of(0f, 0), Tensor.Of(0.2f, 0.9f));
        Assert.Equal(0, metric.Result().Item());
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrecisionAtRecall(1.5));
    }
}
