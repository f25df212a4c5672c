using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class LossScaleOptimizerTests : OptimizerContract
{
    protected override Optimizer Brisk => new LossScaleOptimizer(new Adam(0.05), 8, 3);

    protected override string? ClassName => "LossScaleOptimizer";

    protected override string Text => "loss_scale_optimizer(adam)";

    /// <summary>Keras leaves the outer step count and rate unused; paths of the inner state begin with the outer's name here.</summary>
    protected override string? StateName(string recorded) => recorded.StartsWith("loss_scale", StringComparison.Ordinal)
        ? base.StateName(recorded) is "iteration" or "learning_rate" ? null : base.StateName(recorded)
        : "adam/" + base.StateName(recorded);

    [Fact]
    public void The_loss_is_scaled_and_gradients_are_not()
    {
        var (optimizer, w) = (new LossScaleOptimizer(new Sgd(0.5), 8), new Variable(Tensor.Of(1.0), "w"));
        Assert.Equal(1, optimizer.Minimize(() => w.Value.Square().Sum(), [w]).Item());
        Near.Equal([0], w.Value, 1e-15);
        Assert.Equal(8, optimizer.DynamicScale);
    }
}
