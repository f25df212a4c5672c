using Thalweg.Exchange.Onnx;

namespace Thalweg.Exchange.Tests.Onnx;

public class OnnxLayerTests
{
    [Fact]
    public void Constants_of_an_axis_or_more_are_weights()
    {
        var graph = new OnnxGraph(DType.Float32) { Scope = "s" };
        var output = graph.Node("Mul", [graph.Node("Add", ["x", graph.Constant("w", Tensor.Of(1f, 2f))]), graph.Number(3)]);
        var layer = new OnnxLayer(OnnxProgram.Read(graph.Finish("net", [graph.Value("x", [Shape.Unknown, 2])], [graph.Value(output, [Shape.Unknown, 2])]).Bytes.ToArray()));
        Assert.Equal([33f, 66f], layer.Apply(Tensor.From([10f, 20f], 1, 2)).ToArray<float>());
        Assert.Equal("w", Assert.Single(layer.Weights).Name);
        Assert.Throws<OnnxFormatException>(() => layer.Apply(Tensor.Zeros([1, 3])));
    }
}
