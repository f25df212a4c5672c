using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public class EarlyStoppingTests
{
    static Training Play(EarlyStopping callback, params double[] values)
    {
        var training = new Training([new Variable(Tensor.Of(0f), "w")], "sgd") { Epochs = 100, MetricNames = ["loss", "val_loss", "val_accuracy"] };
        callback.OnTrainBegin(training);
        for (var epoch = 0; epoch < values.Length && !training.IsStopping; epoch++)
        {
            training.Weights[0].Assign(Tensor.Of((float)epoch));
            callback.OnEpochEnd(training, epoch, new Dictionary<string, double> { [callback.Monitor] = values[epoch] });
        }
        callback.OnTrainEnd(training);
        return training;
    }

    [Fact]
    public void Stops_after_its_patience()
    {
        var callback = new EarlyStopping(patience: 2);
        Assert.True(Play(callback, 3, 2, 2.5, 2.2, 1).IsStopping);
        Assert.Equal((3, 1), (callback.StoppedEpoch, callback.BestEpoch));
    }

    [Fact]
    public void Goes_on_while_it_gets_better()
    {
        var callback = new EarlyStopping(patience: 1);
        Assert.False(Play(callback, 5, 4, 3, 2, 1).IsStopping);
        Assert.Null(callback.StoppedEpoch);
    }

    [Fact]
    public void An_accuracy_gets_better_upwards()
    {
        var callback = new EarlyStopping("val_accuracy", patience: 1);
        Play(callback, 0.5, 0.7, 0.6);
        Assert.Equal((2, 1), (callback.StoppedEpoch, callback.BestEpoch));
        Play(new EarlyStopping("val_accuracy", patience: 1) { Mode = MonitorMode.Min }, 0.5, 0.4);
    }

    [Fact]
    public void Best_weights_come_back_stopped_or_not()
    {
        Near.Equal([1], Play(new EarlyStopping(patience: 1) { RestoreBestWeights = true }, 3, 2, 2.5).Weights[0], 0);
        Near.Equal([1], Play(new EarlyStopping(patience: 9) { RestoreBestWeights = true }, 3, 2, 2.5).Weights[0], 0);
        Near.Equal([2], Play(new EarlyStopping(patience: 9), 3, 2, 2.5).Weights[0], 0);
    }

    [Fact]
    public void Small_changes_and_early_epochs_do_not_count()
    {
        Assert.True(Play(new EarlyStopping(patience: 1) { MinDelta = 0.5 }, 3, 2.9).IsStopping);
        Assert.False(Play(new EarlyStopping(patience: 1) { StartFromEpoch = 2 }, 3, 4, 5).IsStopping);
        Assert.True(Play(new EarlyStopping(patience: 2) { Baseline = 1 }, 3, 2, 2.5).IsStopping);
    }

    [Fact]
    public void A_number_that_is_not_logged_is_an_error_before_the_first_epoch()
    {
        var error = Assert.Throws<ArgumentException>(() => Small.Train([new EarlyStopping()]));
        Assert.Contains("only loss, mae", error.Message, StringComparison.Ordinal);
        Assert.Contains("validationSplit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_training_it_ends_it()
    {
        var history = Small.Train([new EarlyStopping("loss", patience: 1) { MinDelta = 10 }], epochs: 50);
        Assert.Equal(2, history.Epochs.Count);
    }
}
