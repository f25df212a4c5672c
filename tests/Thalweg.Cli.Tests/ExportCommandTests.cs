using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Thalweg.Data;
using Thalweg.Exchange;
using Thalweg.Models;

namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public sealed class ExportCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string File(string name) => Path.Combine(folder, name);

    [Fact]
    public async Task The_network_is_written_with_the_scaling_of_its_inputs()
    {
        await TestCommand.RunAsync("train", TestCommand.Data("iris.csv"), "--target", "target", "--epochs", "5", "--quiet", "--save", File("m.keras"));
        var (code, output, errors) = await TestCommand.RunAsync("export", File("m.keras"), "--to", "onnx", "--encoded", "--out", File("m.onnx"));
        Assert.True(code == CommandLine.Success, errors);
        Assert.Contains("m.onnx written", output, StringComparison.Ordinal);
        var saved = SavedModel.Load(File("m.keras"));
        var table = TableFile.Read(TestCommand.Data("iris.csv"));
        var (expected, actual) = (saved.Model.Predict(saved.Features(table, "iris")).ToArray<float>(), Model.FromOnnx(File("m.onnx")).Predict(saved.Encoder.EncodeFeatures(table)).ToArray<float>());
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Theory]
    [InlineData("species", "categorical_crossentropy")]
    [InlineData("sex", "binary_crossentropy(from_logits=true)")]
    [InlineData("island", "binary_crossentropy")]
    [InlineData("body_mass_g", "mse")]
    public async Task Raw_rows_go_in_and_answers_come_out(string target, string loss)
    {
        await TestCommand.RunAsync("train", TestCommand.Data("penguins.csv"), "--target", target, "--loss", loss, "--epochs", "8", "--quiet", "--save", File("m.keras"));
        var (code, _, errors) = await TestCommand.RunAsync("export", File("m.keras"), "--to", "onnx", "--out", File("m.onnx"));
        Assert.True(code == CommandLine.Success, errors);
        var saved = SavedModel.Load(File("m.keras"));
        var table = TableFile.Read(TestCommand.Data("penguins.csv"));
        var expected = PredictCommand.Predictions(saved, table, "penguins");

        using var session = new InferenceSession(File("m.onnx"));
        Assert.Equal(saved.Encoder.FeatureColumns, session.InputMetadata.Keys);
        using var results = session.Run([.. saved.Encoder.FeatureColumns.Select(name => Raw(table[name]))]);
        if (saved.Encoder.ClassNames.Count == 0)
        {
            Assert.Equal(["variable"], results.Select(result => result.Name));
            Assert.All(Numbers(expected.Columns[0]).Zip(results[0].AsTensor<float>()), pair => Assert.Equal(1, pair.First / pair.Second, 1e-5));
            return;
        }
        Assert.Equal(["label", "probabilities"], results.Select(result => result.Name));
        Assert.Equal(Enumerable.Range(0, table.RowCount).Select(row => expected.Columns[0].Format(row)), results[0].AsTensor<string>());
        var probabilities = results[1].AsTensor<float>();
        for (var label = 0; label < saved.Encoder.ClassNames.Count; label++)
            Assert.All(Numbers(expected.Columns[label + 1]).Select((value, row) => (value, probabilities[row, label])), pair => Assert.Equal(pair.value, pair.Item2, 1e-5));
    }

    [Fact]
    public async Task Encoded_features_belong_to_onnx()
    {
        await TestCommand.RunAsync("train", TestCommand.Data("iris.csv"), "--target", "target", "--epochs", "1", "--quiet", "--save", File("m.keras"));
        Assert.Contains("--encoded", await TestCommand.FailAsync("export", File("m.keras"), "--to", "safetensors", "--encoded", "--out", File("m.safetensors")), StringComparison.Ordinal);
    }

    static NamedOnnxValue Raw(Column column) => column is TextColumn
        ? NamedOnnxValue.CreateFromTensor(column.Name, new DenseTensor<string>(Enumerable.Range(0, column.Length).Select(row => column.Format(row) ?? "").ToArray(), [column.Length, 1]))
        : NamedOnnxValue.CreateFromTensor(column.Name, new DenseTensor<float>(Numbers(column).Select(value => (float)value).ToArray(), [column.Length, 1]));

    static double[] Numbers(Column column) => column is NumberColumn numbers ? numbers.Values.ToArray()
        : [.. Enumerable.Range(0, column.Length).Select(row => column.Format(row) switch { null => double.NaN, "true" => 1.0, _ => 0.0 })];

    [Fact]
    public async Task Weights_alone_and_unknown_formats()
    {
        await TestCommand.RunAsync("train", TestCommand.Data("iris.csv"), "--target", "target", "--epochs", "1", "--quiet", "--save", File("m.keras"));
        Assert.Equal(CommandLine.Success, (await TestCommand.RunAsync("export", File("m.keras"), "--to", "safetensors", "--out", File("m.safetensors"))).Code);
        Assert.Equal(6, SafeTensors.Read(File("m.safetensors")).Count);
        Assert.Contains("did you mean 'onnx'", await TestCommand.FailAsync("export", File("m.keras"), "--to", "onx", "--out", File("m.onnx")), StringComparison.Ordinal);
        Assert.Contains(".onnx", await TestCommand.FailAsync("export", File("m.keras"), "--to", "onnx", "--out", File("m.txt")), StringComparison.Ordinal);
    }
}
