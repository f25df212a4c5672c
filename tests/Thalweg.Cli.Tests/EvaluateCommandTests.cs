namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public sealed class EvaluateCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("iris.csv", "Confusion matrix")]
    [InlineData("diabetes.csv", "442 rows")]
    public async Task A_saved_network_is_measured(string data, string expected)
    {
        string model = Path.Combine(folder, "m.keras");
        await TestCommand.RunAsync("train", TestCommand.Data(data), "--target", "target", "--epochs", "5", "--quiet", "--save", model);
        var (code, output, errors) = await TestCommand.RunAsync("evaluate", model, TestCommand.Data(data));
        Assert.True(code == CommandLine.Success, errors);
        Assert.StartsWith("loss ", output, StringComparison.Ordinal);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }
}
