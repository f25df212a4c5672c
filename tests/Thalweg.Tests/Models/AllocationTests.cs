using Thalweg.Callbacks;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Tests.Models;

public class AllocationTests
{
    [Fact]
    public void After_the_first_epoch_a_step_of_training_allocates_nothing()
    {
        var model = new Sequential([new InputLayer(10), new Dense(32, "relu"), new Dense(32, "tanh"), new Dense(3, "softmax")]);
        model.Compile("adam", "categorical_crossentropy", ["accuracy"]);
        var x = Tensor.RandomNormal([400, 10], stream: new RandomStream(1));
        var y = Tensor.RandomChoice(3, 400, stream: new RandomStream(2)).OneHot(3);
        var counts = new List<long>();
        var callback = new LambdaCallback
        {
            EpochBegin = (_, _) => counts.Add(GC.GetAllocatedBytesForCurrentThread()),
            EpochEnd = (_, _, _) => counts.Add(GC.GetAllocatedBytesForCurrentThread()),
        };
        model.Fit(x, y, epochs: 8, batchSize: 8, callbacks: [callback], verbose: Verbosity.Silent);
        var few = counts[^1] - counts[^2];
        counts.Clear();
        model.Fit(x, y, epochs: 8, batchSize: 100, callbacks: [callback], verbose: Verbosity.Silent);
        // What an epoch costs once (its order, its logs) doesn't grow with its steps: 50 of them above, 4 here.
        Assert.InRange(few, 0, counts[^1] - counts[^2]);
    }
}
