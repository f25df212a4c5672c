using Thalweg.Callbacks;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public class SwapEmaWeightsTests
{
    [Fact]
    public void Averages_are_tested_and_weights_are_trained()
    {
        var (plain, swapped) = (Small.Model(), Small.Model());
        plain.Compile(new Sgd(0.1) { UseEma = true, EmaMomentum = 0.9 }, "mse");
        swapped.Compile(new Sgd(0.1) { UseEma = true, EmaMomentum = 0.9 }, "mse");
        var seen = new List<(double Epoch, double Average)>();
        var look = new LambdaCallback { EpochEnd = (training, _, _) => seen.Add((training.Weights[0].Value.Item(), training.Optimizer.Remembered(training.Weights[0], "average")!.Item())) };
        var without = Small.Train([look], 2, validationSplit: 0.5, model: plain);
        var with = Small.Train([new SwapEmaWeights()], 2, validationSplit: 0.5, model: swapped);
        Assert.Equal(without["loss"], with["loss"]);
        Assert.NotEqual(without["val_loss"][0], with["val_loss"][0]);
        // The averages took the weights' place at the end of both.
        Assert.Equal(seen[^1].Average, plain.Weights[0].Value.Item());
        Near.Equal(plain.Weights[0], swapped.Weights[0].Value);
    }

    [Fact]
    public void Callbacks_behind_it_can_save_the_averages()
    {
        var model = Small.Model();
        model.Compile(new Sgd(0.1) { UseEma = true, EmaMomentum = 0.9 }, "mse");
        var pairs = new List<(double, double)>();
        Small.Train([new SwapEmaWeights(swapOnEpoch: true), new LambdaCallback { EpochEnd = (training, _, _) => pairs.Add((training.Weights[0].Value.Item(), training.Optimizer.Remembered(training.Weights[0], "average")!.Item())) }], 2, model: model);
        Assert.All(pairs, pair => Assert.Equal(pair.Item2, pair.Item1));
    }

    [Fact]
    public void An_optimiser_without_averages_is_refused() => Assert.Throws<ArgumentException>(() => Small.Train([new SwapEmaWeights()]));
}
