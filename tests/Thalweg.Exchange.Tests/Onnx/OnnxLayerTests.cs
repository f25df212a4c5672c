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

    [Fact]
    public void Several_inputs_and_outputs_are_a_functional_model_with_the_names_of_the_file()
    {
        var graph = new OnnxGraph(DType.Float32) { Scope = "s" };
        var (sum, product) = (graph.Rename("sum", graph.Node("Add", ["x", "y"])), graph.Rename("product", graph.Node("Mul", ["x", "y"])));
        var program = OnnxProgram.Read(graph.Finish("net", [graph.Value("x", [Shape.Unknown, 2]), graph.Value("y", [Shape.Unknown, 2])], [graph.Value(sum, [Shape.Unknown, 2]), graph.Value(product, [Shape.Unknown, 2])]).Bytes.ToArray());
        var model = OnnxLayer.Functional(program);
        Assert.Equal(["x", "y"], model.InputNames);
        Assert.Equal(["sum", "product"], model.OutputNames);
        Tensor x = Tensor.From([1f, 2f], 1, 2), y = Tensor.From([3f, 4f], 1, 2);
        Assert.Equal([4f, 6f], model.Predict([x, y])[0].ToArray<float>());
        Assert.Equal([3f, 8f], model.Predict([x, y])[1].ToArray<float>());
        Assert.Contains("takes 2 inputs (x, y)", Assert.Throws<ArgumentException>(() => new OnnxLayer(program).Apply(x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_of_absurd_lengths_are_refused()
    {
        var graph = new OnnxGraph(DType.Float32) { Scope = "s" };
        var sum = graph.Node("Add", ["x", "y"]);
        var program = OnnxProgram.Read(graph.Finish("net", [graph.Value("x", [Shape.Unknown, 2_000_000_000]), graph.Value("y", [Shape.Unknown, 1])], [graph.Value(sum, [Shape.Unknown, 1])]).Bytes.ToArray());
        Assert.Contains("absurd", Assert.Throws<OnnxFormatException>(() => OnnxLayer.Functional(program)).Message, StringComparison.Ordinal);
    }
}
