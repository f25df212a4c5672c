using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class ScheduleFreeMeanTests
{
    [Fact]
    public void At_nearness_1_the_weights_are_the_mean_itself()
    {
        var (optimizer, w) = (new ScheduleFreeAdamW(0.1), new Variable(Tensor.Of(2.0), "w"));
        optimizer.Apply([w], [Tensor.Of(1.0)]);
        var before = w.Value;
        optimizer.SwapToEvaluation([w]);
        Near.Equal(before, w.Value);
        optimizer.SwapToTraining([w]);
        Near.Equal(before, w.Value);
    }
}
