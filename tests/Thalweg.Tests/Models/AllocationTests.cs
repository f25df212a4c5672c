using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Tests.Models;

[Collection(nameof(RandomSeed))]
public class AllocationTests
{
    [Fact]
    public void After_the_first_epoch_a_step_of_training_allocates_nothing()
    {
        var model = new Sequential([new InputLayer(10), new Dense(32, "relu"), new Dense(32, "tanh"), new Dense(3, "softmax")]);
        model.Compile("adam", "categorical_crossentropy", ["accuracy"]);
        var x = Tensor.RandomNormal([400, 10], stream: new RandomStream(1));
        var y = Tensor.RandomChoice(3, 400, stream: new RandomStream(2)).OneHot(3);
        // What an epoch costs once (its order, its logs) doesn't grow with its steps: 50 of them here, 4 there. The least of
        // several epochs, since pools that a garbage collection has emptied fill again.
        Assert.InRange(LeastPerEpoch(model, x, y, batchSize: 8), 0, LeastPerEpoch(model, x, y, batchSize: 100));
    }

    [Fact]
    public void Nor_does_one_with_convolutions_pools_and_batch_normalisation()
    {
        var model = new Sequential(
        [
            new InputLayer(8, 8, 2), new Conv2D(8, 3, "relu") { Padding = Padding.Same }, new BatchNormalization(), new MaxPooling2D(2),
            new SeparableConv2D(4, 3), new AveragePooling2D(2), new Flatten(), new Dense(3, "softmax"),
        ]);
        model.Compile("adam", "categorical_crossentropy", ["accuracy"]);
        var x = Tensor.RandomNormal([400, 8, 8, 2], stream: new RandomStream(1));
        var y = Tensor.RandomChoice(3, 400, stream: new RandomStream(2)).OneHot(3);
        Assert.InRange(LeastPerEpoch(model, x, y, batchSize: 8), 0, LeastPerEpoch(model, x, y, batchSize: 100));
    }

    [Fact]
    public void Nor_does_one_of_several_inputs_and_outputs()
    {
        var model = Contracts.TwoBranch.Model();
        Tensor[] x = [Contracts.TwoBranch.A, Contracts.TwoBranch.B], y = [Contracts.TwoBranch.Yes, Contracts.TwoBranch.Which];
        Assert.InRange(LeastPerEpoch(model, x, y, batchSize: 2), 0, LeastPerEpoch(model, x, y, batchSize: 20));
    }

    static long LeastPerEpoch(Sequential model, Tensor x, Tensor y, int batchSize) => LeastPerEpoch(model, [x], [y], batchSize);

    static long LeastPerEpoch(Model model, Tensor[] x, Tensor[] y, int batchSize)
    {
        var (started, least) = (0L, long.MaxValue);
        var callback = new LambdaCallback
        {
            EpochBegin = (_, _) => started = GC.GetAllocatedBytesForCurrentThread(),
            EpochEnd = (_, epoch, _) => least = epoch == 0 ? least : Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - started),
        };
        model.Fit(x, y, epochs: 12, batchSize: batchSize, callbacks: [callback], verbose: Verbosity.Silent);
        return least;
    }
}
