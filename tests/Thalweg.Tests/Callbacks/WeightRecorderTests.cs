using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public class WeightRecorderTests
{
    static (Sequential Model, Tensor X, Tensor Y) Problem()
    {
        var model = new Sequential([new InputLayer(2), new Dense(3) { Trainable = false }, new Dense(1)]);
        model.Compile("sgd", "mse");
        return (model, Tensor.RandomNormal([8, 2], stream: new RandomStream(1)), Tensor.RandomNormal([8, 1], stream: new RandomStream(2)));
    }

    [Fact]
    public void The_start_and_every_epoch_are_recorded()
    {
        var (model, x, y) = Problem();
        var start = model.TrainableWeights[0].Value;
        var recorder = new WeightRecorder();
        model.Fit(x, y, epochs: 3, callbacks: [recorder], verbose: Verbosity.Silent);
        Assert.Equal(4, recorder.Path.Count);
        Assert.All(recorder.Path, weights => Assert.Equal(2, weights.Count));      // not those of the frozen layer
        Near.Equal(start, recorder.Path[0][0]);
        Near.Equal(model.TrainableWeights[0].Value, recorder.Path[3][0]);
        Assert.NotEqual(recorder.Path[1][0].ToString(), recorder.Path[2][0].ToString());
        model.Fit(x, y, epochs: 1, callbacks: [recorder], verbose: Verbosity.Silent);
        Assert.Equal(5, recorder.Path.Count);
    }

    [Fact]
    public void Or_some_epochs_and_the_last()
    {
        var (model, x, y) = Problem();
        var recorder = new WeightRecorder(every: 2);
        model.Fit(x, y, epochs: 5, callbacks: [recorder], verbose: Verbosity.Silent);
        Assert.Equal(4, recorder.Path.Count);       // the start, and after epochs 2, 4 and 5
        Near.Equal(model.TrainableWeights[0].Value, recorder.Path[3][0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightRecorder(0));
    }
}
