using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class YogiTests : OptimizerContract
{
    protected override Optimizer Brisk => new Yogi(0.05);

    /// <summary>Worked by hand from the paper's formulas.</summary>
    [Fact]
    public void First_steps_are_those_of_the_paper()
    {
        var (optimizer, w) = (new Yogi(0.1), new Variable(Tensor.Of(1.0), "w"));
        optimizer.Apply([w], [Tensor.Of(0.5)]);
        Near.Equal([0.9003964155281395], w.Value, 1e-12);
        optimizer.Apply([w], [Tensor.Of(-0.25)]);
        Near.Equal([0.8738817391828254], w.Value, 1e-12);
    }
}
