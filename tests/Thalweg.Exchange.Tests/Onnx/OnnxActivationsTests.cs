using Thalweg.Activations;
using Thalweg.Exchange.Onnx;

namespace Thalweg.Exchange.Tests.Onnx;

public class OnnxActivationsTests
{
    [Fact]
    public void Linear_adds_nothing_and_an_unknown_function_is_refused()
    {
        var graph = new OnnxGraph(DType.Float32);
        Assert.Equal("x", OnnxActivations.Write(graph, Activation.Linear, "x", [Shape.Unknown, 2]));
        Assert.Throws<NotSupportedException>(() => OnnxActivations.Write(graph, Activation.From(x => x), "x", [Shape.Unknown, 2]));
        Assert.Throws<NotSupportedException>(() => OnnxActivations.Write(graph, "sparsemax", "x", [Shape.Unknown, Shape.Unknown]));
    }
}
