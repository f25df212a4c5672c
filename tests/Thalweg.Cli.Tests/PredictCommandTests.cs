namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public sealed class PredictCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Numbers_are_predicted_on_the_console()
    {
        string model = Path.Combine(folder, "m.keras");
        await TestCommand.RunAsync("train", TestCommand.Data("diabetes.csv"), "--target", "target", "--epochs", "2", "--quiet", "--save", model);
        var (code, output, _) = await TestCommand.RunAsync("predict", model, TestCommand.Data("diabetes.csv"));
        Assert.Equal(CommandLine.Success, code);
        string[] lines = output.TrimEnd().Split('\n');
        Assert.Equal("target", lines[0].TrimEnd());
        Assert.Equal(File.ReadAllLines(TestCommand.Data("diabetes.csv")).Length, lines.Length);
    }
}
