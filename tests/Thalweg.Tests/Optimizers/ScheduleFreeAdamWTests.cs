using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class ScheduleFreeAdamWTests : OptimizerContract
{
    protected override string? ClassName => "ScheduleFreeAdamW";

    protected override Optimizer Brisk => new ScheduleFreeAdamW(0.1);

    [Fact]
    public void The_mean_can_be_put_in_the_weights_place_and_back()
    {
        var (optimizer, w) = (new ScheduleFreeAdamW(0.1) { AsPaper = true }, new Variable(Tensor.Of(2.0, -1), "w"));
        for (var i = 0; i < 300; i++)
        {
            optimizer.Minimize(() => w.Value.Square().Sum(), [w]);
        }
        var trained = w.Value;
        optimizer.SwapToEvaluation([w]);
        Assert.True(w.Value.Square().Sum().Item() < 1e-3);
        optimizer.SwapToTraining([w]);
        Near.Equal(trained, w.Value, 1e-12);
    }
}
