using Thalweg.Exchange.Onnx;

namespace Thalweg.Exchange.Tests.Onnx;

public class OnnxNodeTests
{
    [Fact]
    public void Settings_that_are_not_there_have_a_default()
    {
        var node = new OnnxNode("Elu", ["x"], ["y"], new Dictionary<string, double> { ["alpha"] = 2 });
        Assert.Equal((2, 7), (node.Number("alpha", 1), node.Whole("axis", 7)));
        Assert.Equal("constant", node.Text("mode", "constant"));
        Assert.Null(node.Wholes("pads"));
        Assert.Equal([1, 2], (node with { Lists = new Dictionary<string, IReadOnlyList<long>> { ["pads"] = [1, 2] } }).Wholes("pads")!);
    }
}
