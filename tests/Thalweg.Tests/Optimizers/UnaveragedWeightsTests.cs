using Thalweg.Layers;
using Thalweg.Models;
using Thalweg.Optimizers;

namespace Thalweg.Tests.Optimizers;

[Collection(nameof(RandomSeed))]
public class UnaveragedWeightsTests
{
    [Fact]
    public void A_training_in_two_pieces_is_the_same_as_in_one()
    {
        var (whole, pieces) = (Trained(6), Trained(3));
        Fit(pieces, 3);
        Assert.Equal(whole.GetWeights().Select(weight => weight.ToArray<float>()), pieces.GetWeights().Select(weight => weight.ToArray<float>()));
        Assert.NotNull(pieces.Optimizer!.Unaveraged.Of(pieces.Weights[0]));
    }

    [Fact]
    public void Weights_that_somebody_sets_stay_where_they_are_put()
    {
        var model = Trained(3);
        model.SetWeights([.. model.GetWeights().Select(weight => weight * 2)]);
        Assert.Null(model.Optimizer!.Unaveraged.Of(model.Weights[0]));
    }

    [Fact]
    public void Without_averages_there_is_nothing_to_keep()
    {
        var weight = new Variable(Tensor.Of(1f));
        var optimizer = new Sgd(0.1);
        optimizer.Minimize(() => weight.Value.Square().Sum(), [weight]);
        optimizer.Unaveraged.Finish(optimizer, [weight]);
        Assert.Null(optimizer.Unaveraged.Of(weight));
    }

    static Sequential Trained(int epochs)
    {
        RandomSeed.Set(1);
        var model = new Sequential([new InputLayer(2), new Dense(1)]);
        model.Compile(new Adam(0.05) { UseEma = true, EmaMomentum = 0.7 }, "mse");
        Fit(model, epochs);
        return model;
    }

    static void Fit(Sequential model, int epochs) =>
        model.Fit(Tensor.From(new[] { 1f, 2f, 3f, 4f }, 2, 2), Tensor.From(new[] { 1f, 5f }, 2, 1), epochs: epochs, shuffle: false, verbose: Thalweg.Callbacks.Verbosity.Silent);
}
