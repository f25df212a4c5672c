using Thalweg.Metrics;

namespace Thalweg.Tests.Metrics;

public class MetricTests
{
    [Fact]
    public void A_metric_is_called_as_it_was_written()
    {
        Assert.Equal("mse", ((Metric)"mse").Name);
        Assert.Equal("mean_squared_error", new MeanSquaredError().Name);
        Assert.Equal("accuracy", ((Metric)"accuracy").Name);
        Assert.Equal("acc", ((Metric)"acc").Name);
    }

    [Fact]
    public void A_wrong_name_says_which_was_meant() =>
        Assert.Contains("Did you mean 'accuracy'?", Assert.Throws<ArgumentException>(() => (Metric)"acuracy").Message, StringComparison.Ordinal);
}
