using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class ConstantFoldingTests
{
    [Fact]
    public void What_is_the_same_in_every_run_is_computed_beforehand()
    {
        var graph = Tracer.Trace(inputs => [inputs[0] * (Tensor.Of(1.0, 2) + 3).Sqrt()], [Tensor.Of(2.0, 3)]);
        ConstantFolding.Run(graph);
        var instruction = Assert.Single(graph.Instructions);
        Near.Equal([2, Math.Sqrt(5)], instruction.Inputs[1], 0);
    }

    [Fact]
    public void Stretched_constants_and_random_numbers_are_not()
    {
        var graph = Tracer.Trace(_ => [Tensor.Of(1.0).BroadcastTo([1000]), Tensor.RandomUniform([3])], []);
        ConstantFolding.Run(graph);
        Assert.Equal(2, graph.Instructions.Count);
    }
}
