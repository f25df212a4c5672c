using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class GradientAccumulationTests
{
    [Fact]
    public void Weights_move_after_every_third_batch_against_the_mean()
    {
        var w = new Variable(Tensor.Of(0.0), "w");
        var optimizer = new Sgd(1, 0.5) { GradientAccumulationSteps = 3 };
        foreach (var (g, expected, steps) in new[] { (1.0, 0.0, 0), (2, 0, 0), (6, -3, 1), (3, -3, 1), (0, -3, 1), (0, -5.5, 2) })
        {
            optimizer.Apply([w], [Tensor.Of(g)]);
            Near.Equal([expected], w.Value, 1e-15);
            Assert.Equal(steps, optimizer.Iterations);
        }
    }
}
