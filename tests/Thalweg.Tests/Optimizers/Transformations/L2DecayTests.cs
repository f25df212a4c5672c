using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class L2DecayTests
{
    [Fact]
    public void The_penalty_is_in_the_gradient()
    {
        var w = new Variable(Tensor.Of(2.0), "w");
        new Sgd(0.5) { Transformations = [new L2Decay(0.1)] }.Apply([w], [Tensor.Of(1.0)]);
        Near.Equal([2 - 0.5 * 1.2], w.Value, 1e-15);
    }
}
