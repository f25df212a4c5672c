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

    [Fact]
    public void Two_workers_counts_become_one()
    {
        var (whole, first, second) = (new MeanSquaredError(), new MeanSquaredError(), new MeanSquaredError());
        var (a, b) = (Tensor.From(new double[,] { { 1 }, { 2 } }), Tensor.From(new double[,] { { 7 } }));
        whole.Update(a, a * 2);
        whole.Update(b, b * 3);
        first.Update(a, a * 2);
        second.Update(b, b * 3);
        first.Merge(second);
        Assert.Equal(whole.Result().Item(), first.Result().Item());
        Assert.Throws<ArgumentException>(() => first.Merge(new MeanAbsoluteError()));
        Assert.Throws<ArgumentException>(() => new Precision().Merge(new Precision([0.1, 0.2])));
    }

    [Fact]
    public void Several_numbers_are_logged_as_their_mean()
    {
        var metric = new TruePositives([0.1, 0.5]);
        metric.Update(Tensor.Of(1f, 1, 1), Tensor.Of(0.2f, 0.6f, 0.7f));
        Assert.Equal([2], metric.Result().Shape);
        Assert.Equal(2.5, metric.Logged());
    }
}
