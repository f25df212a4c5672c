using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class PruningTests
{
    [Fact]
    public void What_no_result_needs_is_left_out()
    {
        var w = new Variable(Tensor.Of(1.0));
        var graph = Tracer.Trace(
            inputs =>
            {
                _ = inputs[0].Exp() + 1;
                w.Assign(inputs[0].Sin());
                return [inputs[0].Cos()];
            },
            [Tensor.Of(2.0)]);
        Assert.Equal(4, graph.Instructions.Count);
        Pruning.Run(graph);
        Assert.Equal(["Sin", "Cos"], graph.Instructions.Select(instruction => PlanText.OperationName(instruction.Operation)));
    }
}
