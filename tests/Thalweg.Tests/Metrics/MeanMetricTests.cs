using Thalweg.Metrics;

namespace Thalweg.Tests.Metrics;

public class MeanMetricTests
{
    [Fact]
    public void Axes_that_the_weights_lack_are_averaged()
    {
        var metric = new MeanAbsoluteError();
        metric.Update(Tensor.Zeros([2, 3, 4]), Tensor.Stack([Tensor.Ones([3, 4]), Tensor.Full([3, 4], 3)]), Tensor.Of(1.0, 3));
        Assert.Equal(2.5, metric.Result().Item());
    }

    [Fact]
    public void Many_batches_keep_their_digits()
    {
        var metric = new Mean();
        for (var i = 0; i < 10_000; i++)
        {
            metric.Update(Tensor.Of(0.1f));
        }
        Assert.Equal(0.1f, metric.Result().Item(), 1e-12);
    }
}
