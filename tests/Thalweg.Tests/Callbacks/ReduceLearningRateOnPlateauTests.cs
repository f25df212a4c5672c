using Thalweg.Callbacks;
using Thalweg.Optimizers;

namespace Thalweg.Tests.Callbacks;

public class ReduceLearningRateOnPlateauTests
{
    static (Training Training, List<double> Rates) Play(Callback callback, params double[] values)
    {
        var training = new Training([new Variable(Tensor.Of(0f), "w")], new Sgd(1.0)) { Epochs = 100, MetricNames = ["loss", "val_loss"] };
        var rates = new List<double>();
        callback.OnTrainBegin(training);
        for (var epoch = 0; epoch < values.Length; epoch++)
        {
            callback.OnEpochBegin(training, epoch);
            callback.OnEpochEnd(training, epoch, new Dictionary<string, double> { ["val_loss"] = values[epoch] });
            rates.Add(training.Optimizer.LearningRate.At(0));
        }
        return (training, rates);
    }

    [Fact]
    public void The_rate_falls_when_nothing_gets_better_for_long() =>
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.25], Play(new ReduceLearningRateOnPlateau(factor: 0.5, patience: 2), 3, 2, 2, 2, 2, 2).Rates);

    [Fact]
    public void It_has_a_least_value_and_a_time_to_cool_down()
    {
        Assert.Equal([1, 0.3, 0.25, 0.25], Play(new ReduceLearningRateOnPlateau(factor: 0.3, patience: 1) { LeastLearningRate = 0.25 }, 2, 2, 2, 2).Rates);
        Assert.Equal([1, 0.5, 0.5, 0.5, 0.25], Play(new ReduceLearningRateOnPlateau(factor: 0.5, patience: 1) { Cooldown = 3 }, 2, 2, 2, 2, 2).Rates);
    }

    [Fact]
    public void Small_changes_do_not_count() =>
        Assert.Equal([1, 0.5], Play(new ReduceLearningRateOnPlateau(factor: 0.5, patience: 1) { MinDelta = 0.5 }, 2, 1.75).Rates);

    [Fact]
    public void A_number_that_is_not_logged_is_an_error() =>
        Assert.Throws<ArgumentException>(() => Play(new ReduceLearningRateOnPlateau("val_mae")));
}
