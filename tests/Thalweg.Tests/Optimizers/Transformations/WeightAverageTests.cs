using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class WeightAverageTests
{
    [Fact]
    public void The_average_follows_the_weights_and_takes_their_place()
    {
        var w = new Variable(Tensor.Of(0.0), "w");
        var optimizer = new Sgd(1) { UseEma = true, EmaMomentum = 0.5 };
        foreach (var expected in (double[])[1, 1.5, 2.25])
        {
            optimizer.Apply([w], [Tensor.Of(-1.0)]);
            Near.Equal([expected], optimizer.Remembered(w, WeightAverage.SlotName)!, 1e-15);
        }
        Near.Equal([3], w.Value, 0);
        optimizer.Finish([w]);
        Near.Equal([2.25], w.Value, 0);
    }
}
