using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents.Minimisers;

public class NewtonCgTests
{
    [Fact]
    public void A_steep_bowl_takes_few_iterations()
    {
        var best = Minimize.NewtonCg(new Quadratic(1e4, 0.4).Cost, Tensor.Of(-2.0, 1.0), 1e-8);
        Assert.True(best.Converged, best.Status.ToString());
        Assert.InRange(best.Iterations, 1, 15);
        Near.Equal([0, 0], best.X, 1e-7);
    }
}
