using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class TracedFunctionTests
{
    [Fact]
    public void Plans_are_kept()
    {
        var f = Plan.Trace(inputs => [inputs[0] + 1, inputs[0] * 2]);
        var results = f.Run(Tensor.Of(1.0, 2));
        Near.Equal([2, 3], results[0], 0);
        Near.Equal([2, 4], results[1], 0);
        Assert.Same(f.For(Tensor.Of(3.0, 4)), f.Plans[0]);
        f.Run(Tensor.Of(1f));
        Assert.Equal(2, f.Plans.Count);
    }
}
