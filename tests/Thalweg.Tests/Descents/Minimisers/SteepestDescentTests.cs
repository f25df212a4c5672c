using Thalweg.Descents;
using Thalweg.Descents.Objectives;

namespace Thalweg.Tests.Descents.Minimisers;

public class SteepestDescentTests
{
    [Fact]
    public void On_a_bowl_each_step_is_square_to_the_last()
    {
        var best = Minimize.GradientDescent(new Quadratic(5).Cost, Tensor.Of(-2.0, 1.0), 1e-8);
        Assert.True(best.Converged);
        Assert.InRange(best.Iterations, 5, 200);
    }
}
