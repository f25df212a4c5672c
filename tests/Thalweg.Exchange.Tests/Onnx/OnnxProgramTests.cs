using Thalweg.Exchange.Onnx;

namespace Thalweg.Exchange.Tests.Onnx;

public class OnnxProgramTests
{
    static byte[] File(string operation, params string[] inputs)
    {
        var graph = new OnnxGraph(DType.Float32) { Scope = "s" };
        graph.Constant("w", Tensor.Of(1f, 2f));
        var output = graph.Node(operation, inputs, ("alpha", 0.5), ("axis", 1), ("perm", (long[])[1, 0]), ("mode", "linear"));
        return graph.Finish("net", [graph.Value("x", [Shape.Unknown, 2])], [graph.Value(output, [Shape.Unknown, 2])]).Bytes.ToArray();
    }

    [Fact]
    public void Operations_constants_and_shapes_are_found()
    {
        var program = OnnxProgram.Read(File("Add", "x", "w"));
        Assert.Equal(("x", "s/Add"), (Assert.Single(program.Inputs).Name, Assert.Single(program.Outputs)));
        Assert.Equal([Shape.Unknown, 2], program.Inputs[0].Shape);
        Assert.Equal([1f, 2f], program.Constants["w"].ToArray<float>());
        Assert.Equal((0.5, 1), (program.Nodes[0].Number("alpha", 0), program.Nodes[0].Whole("axis", 0)));
        Assert.Equal([1, 0], program.Nodes[0].Wholes("perm")!);
        Assert.Equal("linear", program.Nodes[0].Text("mode", ""));
    }

    [Fact]
    public void Unknown_operations_are_listed_with_those_there_are()
    {
        string message = Assert.Throws<OnnxFormatException>(() => OnnxProgram.Read(File("Gather", "x", "w"))).Message;
        Assert.Contains("Gather", message, StringComparison.Ordinal);
        Assert.Contains("MatMul", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nothing_gives_is_refused() =>
        Assert.Contains("'v'", Assert.Throws<OnnxFormatException>(() => OnnxProgram.Read(File("Add", "x", "v"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F })]
    public void Other_things_are_refused(byte[] bytes) => Assert.Throws<OnnxFormatException>(() => OnnxProgram.Read(bytes));

    [Fact]
    public void Inputs_have_names_of_their_own_and_there_is_an_output()
    {
        var graph = new OnnxGraph(DType.Float32) { Scope = "s" };
        var sum = graph.Node("Add", ["x", "x"]);
        var value = graph.Value("x", [Shape.Unknown, 2]);
        Assert.Contains("same name", Assert.Throws<OnnxFormatException>(() => OnnxProgram.Read(graph.Finish("net", [value, value], [graph.Value(sum, [Shape.Unknown, 2])]).Bytes.ToArray())).Message, StringComparison.Ordinal);
        Assert.Contains("0 outputs", Assert.Throws<OnnxFormatException>(() => OnnxProgram.Read(new OnnxGraph(DType.Float32).Finish("net", [value], []).Bytes.ToArray())).Message, StringComparison.Ordinal);
    }
}
