using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class ScheduleFreeSgdTests : OptimizerContract
{
    protected override Optimizer Brisk => new ScheduleFreeSgd(0.002);

    protected override Optimizer OnParabola => new ScheduleFreeSgd(0.15);

    [Fact]
    public void First_steps_are_those_of_the_paper()
    {
        // z₁ = x₁ = y₁ = 1; g = y. α = 0.5, β = 0.9: z₂ = ½, x₂ = z₂ (its share is 1), y₂ = ½; z₃ = ¼, x₃ = (½ + ¼) / 2, y₃ = 0.1 z₃ + 0.9 x₃.
        var (optimizer, w) = (new ScheduleFreeSgd(0.5), new Variable(Tensor.Of(1.0), "w"));
        optimizer.Apply([w], [w]);
        Near.Equal([0.5], w.Value, 1e-15);
        optimizer.Apply([w], [w]);
        Near.Equal([0.1 * 0.25 + 0.9 * 0.375], w.Value, 1e-15);
        optimizer.SwapToEvaluation([w]);
        Near.Equal([0.375], w.Value, 1e-15);
        optimizer.SwapToTraining([w]);
        Near.Equal([0.3625], w.Value, 1e-15);
    }
}
