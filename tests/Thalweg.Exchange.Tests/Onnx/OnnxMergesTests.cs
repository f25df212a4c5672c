using Thalweg.Exchange.Onnx;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests.Onnx;

public sealed class OnnxMergesTests : IDisposable
{
    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    public static TheoryData<string> Merges => ["add", "subtract", "multiply", "average", "maximum", "minimum", "concatenate", "concatenate(axis=1)", "dot(axes=[1])", "dot(axes=[-1], normalize=true)"];

    static Layer Of(string text) => text switch
    {
        "concatenate(axis=1)" => new Concatenate(1),
        "dot(axes=[1])" => new Dot(1),
        "dot(axes=[-1], normalize=true)" => new Dot(-1) { Normalize = true },
        _ => Layer.FromConfiguration(new Catalogs.Configuration(text, [])),
    };

    [Theory]
    [MemberData(nameof(Merges))]
    public void Each_gives_the_same_elsewhere_and_back_here(string text)
    {
        var (a, b) = (Input.Of(3, name: "a"), Input.Of(3, name: "b"));
        Check(new Functional([a, b], [Of(text).Apply([a, b])]), [Tensor.RandomNormal([5, 3], stream: new RandomStream(1)), Tensor.RandomNormal([5, 3], stream: new RandomStream(2))]);
    }

    [Fact]
    public void Samples_with_fewer_axes_are_stretched()
    {
        var (a, b) = (Input.Of(3, name: "a"), Input.Of([2, 3], name: "b"));
        Check(new Functional([a, b], [new Multiply().Apply([a, b])]), [Tensor.RandomNormal([5, 3], stream: new RandomStream(1)), Tensor.RandomNormal([5, 2, 3], stream: new RandomStream(2))]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    public void Products_of_matrices_over_any_axes(int left, int right)
    {
        var (a, b) = (Input.Of([3, 3], name: "a"), Input.Of([3, 3], name: "b"));
        Check(new Functional([a, b], [new Dot([left, right]).Apply([a, b])]), [Tensor.RandomNormal([5, 3, 3], stream: new RandomStream(1)), Tensor.RandomNormal([5, 3, 3], stream: new RandomStream(2))]);
    }

    [Fact]
    public void What_has_no_counterpart_is_named()
    {
        var graph = new OnnxGraph(DType.Float32);
        Assert.Contains("Dot of two inputs with two or with three axes", Assert.Throws<NotSupportedException>(() => OnnxMerges.Write(graph, new Dot(1), ["a", "b"], [[5, 3], [5, 3, 2]])).Message, StringComparison.Ordinal);
    }

    void Check(Functional model, Tensor[] x)
    {
        model.ExportOnnx(files["m.onnx"]);
        var expected = model.Predict(x)[0];
        Close.Assert(expected, OnnxFileTests.Run(files["m.onnx"], ["a", "b"], x, model.OutputNames)[0]);
        Close.Assert(expected, Model.FromOnnx(files["m.onnx"]).Predict(x)[0]);
    }
}
