using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class StochasticWeightAveragingTests
{
    [Fact]
    public void The_mean_of_every_second_weight_from_the_third_on()
    {
        var w = new Variable(Tensor.Of(0.0), "w");
        var optimizer = new Sgd(1) { Transformations = [new StochasticWeightAveraging(start: 2, frequency: 2)] };
        for (var i = 0; i < 7; i++)
        {
            optimizer.Apply([w], [Tensor.Of(-1.0)]);
        }
        // Weights are 1 … 7; those of steps 4 and 6 count.
        optimizer.Finish([w]);
        Near.Equal([5], w.Value, 1e-15);
    }
}
