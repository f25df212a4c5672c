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
        var (code, output, errors) = await TestCommand.RunAsync("export", File("m.keras"), "--to", "onnx", "--out", File("m.onnx"));
        Assert.True(code == CommandLine.Success, errors);
        Assert.Contains("m.onnx written", output, StringComparison.Ordinal);
        var saved = SavedModel.Load(File("m.keras"));
        var table = TableFile.Read(TestCommand.Data("iris.csv"));
        var (expected, actual) = (saved.Model.Predict(saved.Features(table, "iris")).ToArray<float>(), Model.FromOnnx(File("m.onnx")).Predict(saved.Encoder.EncodeFeatures(table)).ToArray<float>());
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

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
