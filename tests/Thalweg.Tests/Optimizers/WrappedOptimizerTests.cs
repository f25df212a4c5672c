using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class WrappedOptimizerTests
{
    [Fact]
    public void Rate_state_and_averages_are_those_inside()
    {
        var (optimizer, w) = (new Lookahead(new Adam(0.1) { UseEma = true, LossScaleFactor = 2 }, 50), new Variable(Tensor.Of(1.0), "w"));
        optimizer.LearningRate = 0.5;
        Assert.Equal(0.5, optimizer.Inner.LearningRate.At(0));
        optimizer.Apply([w], [Tensor.Of(1.0)]);
        optimizer.Apply([w], [Tensor.Of(1.0)]);
        Assert.Equal(2, optimizer.Iterations);
        Assert.Contains("lookahead/adam/w_momentum", optimizer.Variables.Select(variable => variable.Path));
        Assert.Equal(2, optimizer.ScaleLoss(Tensor.Scalar(1)).Item());
        var average = optimizer.Remembered(w, "average")!;
        optimizer.Finish([w]);
        Near.Equal(average, w.Value);
    }
}
