using Thalweg.Optimizers;

namespace Thalweg.Tests.Optimizers;

public class StepTests
{
    [Fact]
    public void Powers_and_rates_are_exact()
    {
        var step = new Step(0.1, 3, DType.Float64);
        Assert.Equal(3, step.Number);
        Assert.Equal(Math.Pow(0.9, 3), step.Power(0.9).Item());
        Assert.Equal(0.1, step.LearningRate.Item());
        Assert.Equal((float)Math.Pow(0.9f, 3), new Step(0.1, 3, DType.Float32).Power(0.9).Item());
    }
}
