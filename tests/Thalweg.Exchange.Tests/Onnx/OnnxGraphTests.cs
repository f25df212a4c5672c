using Thalweg.Exchange.Onnx;

namespace Thalweg.Exchange.Tests.Onnx;

public class OnnxGraphTests
{
    [Fact]
    public void Names_are_kept_and_numbered_where_they_come_twice()
    {
        var graph = new OnnxGraph(DType.Float32) { Scope = "dense" };
        Assert.Equal("dense/kernel", graph.Constant("dense/kernel", Tensor.Scalar(1)));
        Assert.Equal("dense/kernel_1", graph.Constant("dense/kernel", Tensor.Scalar(1)));
        Assert.Equal("dense/Add", graph.Node("Add", ["a", "b"]));
        Assert.Equal("dense/Add_1", graph.Node("Add", ["a", "b"]));
        Assert.Equal(2, graph.Nodes("Split", ["a"], 2).Distinct().Count());
    }
}
