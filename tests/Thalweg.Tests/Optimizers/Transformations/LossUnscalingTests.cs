using Thalweg.Optimizers;
using Thalweg.Optimizers.Transformations;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class LossUnscalingTests
{
    [Fact]
    public void Gradients_are_divided_by_the_scale_of_the_loss()
    {
        var w = new Variable(Tensor.Of(2.0), "w");
        var optimizer = new Sgd(0.5) { LossScaleFactor = 4 };
        Assert.Equal(4, optimizer.Minimize(() => w.Value.Square().Sum(), [w]).Item());
        Near.Equal([0], w.Value, 1e-15);
        new Sgd(1) { Transformations = [new LossUnscaling(4)] }.Apply([w], [Tensor.Of(-8.0)]);
        Near.Equal([2], w.Value, 1e-15);
    }
}
