using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class ConstraintProjectionTests
{
    [Fact]
    public void A_constraint_comes_after_the_step()
    {
        var w = new Variable(Tensor.Of(1.0, 1), "w") { Constraint = w => w.Relu() };
        new Sgd(1).Apply([w], [Tensor.Of(3.0, 0.25)]);
        Near.Equal([0, 0.75], w.Value, 0);
    }
}
