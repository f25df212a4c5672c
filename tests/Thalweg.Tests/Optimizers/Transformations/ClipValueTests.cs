using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class ClipValueTests
{
    [Fact]
    public void Elements_are_cut_off()
    {
        var w = new Variable(Tensor.Of(0.0, 0), "w");
        new Sgd(1) { Transformations = [new ClipValue(0.5)] }.Apply([w], [Tensor.Of(3.0, -0.25)]);
        Near.Equal([-0.5, 0.25], w.Value, 0);
    }
}
