using Thalweg.Exchange.Onnx;
using Thalweg.Layers;

namespace Thalweg.Exchange.Tests.Onnx;

public class OnnxLayersTests
{
    sealed class Own : Layer
    {
        public override Shape OutputShape(Shape input) => input;

        protected override Tensor Call(Tensor x, in CallContext context) => x;
    }

    [Fact]
    public void Dropout_adds_nothing_and_an_unknown_layer_is_named()
    {
        var graph = new OnnxGraph(DType.Float32);
        Assert.Equal("x", OnnxLayers.Write(graph, new Dropout(0.5), "x", [Shape.Unknown, 2]));
        Assert.Contains("Own", Assert.Throws<NotSupportedException>(() => OnnxLayers.Write(graph, new Own(), "x", [Shape.Unknown, 2])).Message, StringComparison.Ordinal);
    }
}
