namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public sealed class SummaryCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Layers_and_training_are_shown()
    {
        string model = Path.Combine(folder, "m.keras");
        await TestCommand.RunAsync("train", TestCommand.Data("iris.csv"), "--target", "target", "--epochs", "2", "--quiet", "--layers", "7", "--save", model);
        var (code, output, _) = await TestCommand.RunAsync("summary", model);
        Assert.Equal(CommandLine.Success, code);
        Assert.Contains("dense (Dense)", output, StringComparison.Ordinal);
        Assert.Contains("Trained by Adam on categorical_crossentropy, 10 steps", output, StringComparison.Ordinal);
    }
}
