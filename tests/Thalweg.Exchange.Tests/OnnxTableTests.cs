using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Thalweg.Layers;
using Thalweg.Models;

namespace Thalweg.Exchange.Tests;

public sealed class OnnxTableTests : IDisposable
{
    static readonly OnnxColumn[] Columns = [new OnnxTextColumn("island", ["Biscoe", "Dream"], HasMissingLevel: true), new OnnxNumberColumn("year", 2008, MarksMissing: true)];

    readonly TestFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Categories_missing_values_and_scaling_are_inside()
    {
        var model = new Sequential([new InputLayer(5), new ActivationLayer("linear")]);
        model.ExportOnnx(files["m.onnx"], new OnnxTable(Columns, [], FromLogits: false) { Means = [0, 0, 0, 2000, 0], Deviations = [1, 1, 1, 0.5, 1] });
        using var session = new InferenceSession(files["m.onnx"]);
        Assert.Equal(["island", "year"], session.InputMetadata.Keys);
        Assert.Equal([-1, 1], session.InputMetadata["year"].Dimensions);
        using var results = session.Run(
        [
            NamedOnnxValue.CreateFromTensor("island", new DenseTensor<string>(new[] { "Dream", "", "Torgersen", "Biscoe" }, [4, 1])),
            NamedOnnxValue.CreateFromTensor("year", new DenseTensor<float>(new[] { 2007, float.NaN, 2009, 2000 }, [4, 1])),
        ]);
        Assert.Equal("variable", results.Single().Name);
        Assert.Equal(
            [
                0, 1, 0, 14, 0,
                0, 0, 1, 16, 1,
                0, 0, 0, 18, 0,
                1, 0, 0, 0, 0,
            ],
            results.Single().AsTensor<float>());
    }

    [Fact]
    public void Texts_that_mean_a_missing_one_share_its_column_unless_they_are_levels()
    {
        var model = new Sequential([new InputLayer(3), new ActivationLayer("linear")]);
        var column = new OnnxTextColumn("island", ["Biscoe", "NA"], HasMissingLevel: true) { MissingTexts = ["", "NA", "?"] };
        model.ExportOnnx(files["m.onnx"], new OnnxTable([column], [], FromLogits: false));
        using var session = new InferenceSession(files["m.onnx"]);
        using var results = session.Run([NamedOnnxValue.CreateFromTensor("island", new DenseTensor<string>(new[] { "NA", "", "?", "Torgersen" }, [4, 1]))]);
        Assert.Equal([0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0], results.Single().AsTensor<float>());
    }

    [Theory]
    [InlineData(5, 2, "give 5 numbers")]
    [InlineData(4, 3, "3 classes")]
    public void What_does_not_fit_is_named(int inputs, int classes, string named)
    {
        var model = new Sequential([new InputLayer(inputs == 5 ? 4 : 5), new Dense(2)]);
        Assert.Contains(named, Assert.Throws<ArgumentException>(() => model.ExportOnnx(files["m.onnx"], new OnnxTable(Columns, [.. Enumerable.Range(0, classes).Select(i => $"{i}")], false))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_of_texts_is_not_read_back_and_says_what_is_missing()
    {
        new Sequential([new InputLayer(5), new Dense(2)]).ExportOnnx(files["m.onnx"], new OnnxTable(Columns, ["no", "yes"], true));
        Assert.Throws<OnnxFormatException>(() => Model.FromOnnx(files["m.onnx"]));
    }
}
