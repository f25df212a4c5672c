using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public class TerminateOnNaNTests
{
    [Fact]
    public void A_loss_that_is_not_finite_stops_the_training_and_is_placed()
    {
        var callback = new TerminateOnNaN();
        var model = Small.Model(1e30);
        var history = Small.Train([callback], epochs: 9, model: model);
        Assert.True(history.Epochs.Count < 9);
        Assert.NotNull(callback.Where);
        Assert.Equal("dense/kernel", callback.FirstWeight![callback.FirstWeight!.IndexOf("dense", StringComparison.Ordinal)..]);
        Assert.Contains("Lower the learning rate", callback.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_training_runs_to_its_end()
    {
        var callback = new TerminateOnNaN();
        Assert.Equal(2, Small.Train([callback], epochs: 2).Epochs.Count);
        Assert.Null(callback.Where);
        Assert.Equal("", callback.ToString());
    }

    [Fact]
    public void The_layer_where_it_began_is_named()
    {
        var callback = new TerminateOnNaN();
        var x = Tensor.Ones([4, 2]);
        var model = new Sequential([new InputLayer(2), new Dense(3) { Name = "first" }, new Dense(2) { Name = "second" }, new Dense(1) { Name = "last" }]);
        model.Compile("sgd", "mse");
        model.Layers.Single(layer => layer.Name == "second").Weights[0].Assign(Tensor.Full([3, 2], 3e38));
        model.Layers.Single(layer => layer.Name == "first").Weights[0].Assign(Tensor.Full([2, 3], 3.0));
        model.Fit(x, Tensor.Ones([4, 1]), epochs: 2, batchSize: 2, callbacks: [callback], verbose: Verbosity.Silent);
        Assert.Equal((0, 0), callback.Where);
        Assert.Equal("second", callback.FirstLayer);
        Assert.Contains("'second'", callback.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_and_losses_that_are_not_finite_are_told_from_layers()
    {
        foreach (var (x, y, where, batch) in new[] { (Tensor.Of(1f, 2, 3, float.NaN), Tensor.Ones([4, 1]), "inputs", 1), (Tensor.Ones([4]), Tensor.Of(1f, float.PositiveInfinity, 1, 1).Reshape([4, 1]), "loss", 0) })
        {
            var callback = new TerminateOnNaN();
            var model = new Sequential([new InputLayer(1), new Dense(1)]);
            model.Compile("sgd", "mse");
            model.Fit(x.Reshape([4, 1]), y, batchSize: 2, shuffle: false, callbacks: [callback], verbose: Verbosity.Silent);
            Assert.Equal((where, (0, batch)), (callback.FirstLayer, callback.Where!.Value));
        }
    }
}
