using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class CommonSubexpressionsTests
{
    [Fact]
    public void What_is_written_twice_is_computed_once()
    {
        var graph = Tracer.Trace(inputs => [(inputs[0] * 2).Exp() + (inputs[0] * 2).Exp(), inputs[0] * 3], [Tensor.Of(2.0)]);
        CommonSubexpressions.Run(graph);
        Pruning.Run(graph);
        Assert.Equal(["Multiply", "Exp", "Add", "Multiply"], graph.Instructions.Select(instruction => PlanText.OperationName(instruction.Operation)));
        Assert.Same(graph.Instructions[2].Inputs[0], graph.Instructions[2].Inputs[1]);
    }

    [Fact]
    public void Random_numbers_are_never_the_same()
    {
        var stream = new RandomStream(1);
        var graph = Tracer.Trace(_ => [Tensor.RandomUniform([3], stream: stream) + Tensor.RandomUniform([3], stream: stream)], []);
        CommonSubexpressions.Run(graph);
        Assert.Equal(3, graph.Instructions.Count);
    }

    [Fact]
    public void Zero_and_minus_zero_are_not_one_constant()
    {
        var f = Plan.Trace((Tensor x) => x / 0.0 + x / -0.0);
        Assert.True(double.IsNaN(f(Tensor.Of(1.0)).Item()));
    }
}
