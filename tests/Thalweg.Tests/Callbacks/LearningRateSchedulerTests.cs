using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public class LearningRateSchedulerTests
{
    [Fact]
    public void The_rate_of_an_epoch_follows_from_the_last()
    {
        var model = Small.Model(0.5);
        var rates = new List<double>();
        Small.Train([new LearningRateScheduler((epoch, rate) => epoch == 0 ? rate : rate / 2), new LambdaCallback { EpochBegin = (training, _) => rates.Add(training.Optimizer.LearningRate.At(0)) }], 3, model: model);
        Assert.Equal([0.5, 0.25, 0.125], rates);
    }
}
