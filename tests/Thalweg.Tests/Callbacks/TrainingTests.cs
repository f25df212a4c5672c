using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public class TrainingTests
{
    [Fact]
    public void A_stop_ends_the_training_after_the_current_step()
    {
        var steps = 0;
        var history = Small.Train([new LambdaCallback { BatchEnd = (training, batch, _) => { steps++; if (batch == 1) training.Stop(); } }], epochs: 9);
        Assert.Equal(2, steps);
        Assert.Equal([0], history.Epochs);
    }

    [Fact]
    public void Callbacks_see_what_is_trained()
    {
        Small.Train([new LambdaCallback
        {
            TrainBegin = training =>
            {
                Assert.Equal((5, 4, 2), (training.Epochs, training.StepsPerEpoch, training.Weights.Count));
                Assert.Equal(["loss", "mae"], training.MetricNames);
                Assert.Equal("sgd", training.Optimizer.Name);
            },
        }]);
    }
}
