using Thalweg.Optimizers;

namespace Thalweg.Tests.Optimizers;

public class StepTests
{
    [Fact]
    public void Powers_and_rates_are_exact()
    {
        var (optimizer, w) = (new Sgd(0.1), new Variable(Tensor.Of(1.0)));
        optimizer.Apply([w], [Tensor.Of(1.0)]);
        optimizer.Apply([w], [Tensor.Of(1.0)]);
        var step = Draft(optimizer, w).StepOf(0);
        Assert.Equal(Math.Pow(0.9, 3), step.Power(0.9).Item());
        Assert.Equal(0.1, step.LearningRate.Item());
        Assert.Equal(9, step.Number(t => t * t).Item());
        Assert.Equal(1, step.When(t => t == 3).Item());
        Assert.Equal((float)Math.Pow(0.9f, 3), new Step(Draft(optimizer, w), DType.Float32).Power(0.9).Item());
    }

    static StepDraft Draft(Optimizer optimizer, Variable w) => optimizer.Draft([w], [w.Value], [w.Value]);
}
