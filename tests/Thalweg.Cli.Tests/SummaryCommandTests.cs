using Thalweg.Exchange;
using Thalweg.Layers;
using Thalweg.Models;

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

    [Fact]
    public async Task A_network_with_branches_is_shown_and_a_table_refused()
    {
        string model = Path.Combine(folder, "two.keras");
        var (a, b) = (Input.Of(4, name: "a"), Input.Of(3, name: "b"));
        var network = new Functional([a, b], [new Dense(1) { Name = "o1" }.Apply(a), new Dense(2, "softmax") { Name = "o2" }.Apply(b)]);
        network.Compile("adam", losses: new() { ["o1"] = "mse", ["o2"] = "categorical_crossentropy" });
        network.Save(model);
        var (code, output, _) = await TestCommand.RunAsync("summary", model);
        Assert.Equal(CommandLine.Success, code);
        Assert.Contains("b[0][0]", output, StringComparison.Ordinal);
        Assert.Contains("Trained by Adam on o1: mean_squared_error, o2: categorical_crossentropy, 0 steps", output, StringComparison.Ordinal);
        foreach (string command in (string[])["predict", "evaluate"])
        {
            var (refused, _, error) = await TestCommand.RunAsync(command, model, TestCommand.Data("iris.csv"));
            Assert.Equal(CommandLine.UserError, refused);
            Assert.Contains("several branches", error, StringComparison.Ordinal);
        }
    }
}
