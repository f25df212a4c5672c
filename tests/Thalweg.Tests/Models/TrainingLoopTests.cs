using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Models;

public class TrainingLoopTests
{
    [Fact]
    public void A_cancelled_training_leaves_the_weights_of_the_last_whole_step()
    {
        using var cancellation = new CancellationTokenSource();
        var model = Small.Model();
        Tensor? last = null;
        var callback = new LambdaCallback
        {
            BatchEnd = (training, batch, _) =>
            {
                last = training.Weights[0].Value;
                if (training.Optimizer.Iterations == 6)
                {
                    cancellation.Cancel();
                }
            },
        };
        var ended = false;
        Assert.Throws<OperationCanceledException>(() => model.Fit(
            Small.X, Small.Y, epochs: 9, batchSize: 2, callbacks: [callback, new LambdaCallback { TrainEnd = _ => ended = true }], verbose: Verbosity.Silent, cancellation: cancellation.Token));
        Assert.Equal(6, model.Optimizer!.Iterations);
        Near.Equal(last!, model.Weights[0].Value);
        Assert.Equal([0], model.History.Epochs);
        Assert.True(ended);
    }

    [Fact]
    public void Training_goes_on_where_an_earlier_one_stopped()
    {
        var (whole, parts) = (Small.Model(), Small.Model());
        Small.Train([], epochs: 4, model: whole);
        Small.Train([], epochs: 2, model: parts);
        var history = parts.Fit(Small.X, Small.Y, epochs: 4, batchSize: 2, shuffle: false, initialEpoch: 2, verbose: Verbosity.Silent);
        Assert.Equal([2, 3], history.Epochs);
        Near.Equal(whole.Weights[0].Value, parts.Weights[0].Value);
    }
}
