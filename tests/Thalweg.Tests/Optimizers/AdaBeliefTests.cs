using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class AdaBeliefTests : OptimizerContract
{
    protected override Optimizer Brisk => new AdaBelief(0.05);

    /// <summary>In the first step g − m = 0.9 g and m̂ = g, so that the step is α / 0.9; the second follows from the formulas.</summary>
    [Fact]
    public void First_steps_are_those_of_the_paper()
    {
        var (optimizer, w) = (new AdaBelief(0.1), new Variable(Tensor.Of(1.0), "w"));
        optimizer.Apply([w], [Tensor.Of(0.5)]);
        Near.Equal([0.8888888888889164], w.Value, 1e-12);
        optimizer.Apply([w], [Tensor.Of(-0.25)]);
        Near.Equal([0.8605188095959928], w.Value, 1e-12);
    }
}
