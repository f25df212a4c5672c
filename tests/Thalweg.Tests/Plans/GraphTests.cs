using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class GraphTests
{
    [Fact]
    public void Tensors_are_replaced_wherever_they_are_read()
    {
        var graph = Tracer.Trace(inputs => [inputs[0] + 1, inputs[0]], [Tensor.Of(2.0)]);
        var other = new Tensor([1], DType.Float64, default);
        graph.Replace(new Dictionary<Tensor, Tensor> { [graph.Inputs[0]] = other });
        Assert.Same(other, graph.Instructions[0].Inputs[0]);
        Assert.Same(other, graph.Outputs[1]);
        Assert.False(Graph.IsConstant(other));
        Assert.True(Graph.IsConstant(graph.Instructions[0].Inputs[1]));
        Assert.Equal(2, graph.Results.Count());
    }
}
