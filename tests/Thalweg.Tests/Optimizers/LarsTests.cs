using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class LarsTests : OptimizerContract
{
    protected override Optimizer Brisk => new Lars("exponential_decay(20, 200, 0.5)");

    /// <summary>Worked by hand from the paper's formulas.</summary>
    [Fact]
    public void First_steps_are_those_of_the_paper()
    {
        var (optimizer, w) = (new Lars(0.5) { TrustCoefficient = 0.01, L2 = 0.1 }, new Variable(Tensor.Of(1.0, -2), "w"));
        optimizer.Apply([w], [Tensor.Of(0.3, 0.4)]);
        Near.Equal([0.993819660112501, -2.0030901699437496], w.Value, 1e-12);
        optimizer.Apply([w], [Tensor.Of(0.0, -0.5)]);
        Near.Equal([0.9867218133262146, -1.9950509178169735], w.Value, 1e-12);
    }

    protected override Optimizer OnParabola => new Lars("exponential_decay(20, 100, 0.5)");

    protected override Optimizer OnNetwork => new Lars(5);
}
