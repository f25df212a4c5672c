using System.Text.Json;

namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public sealed class CompareCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    static string Iris => TestCommand.Data("iris.csv");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string File(string name) => Path.Combine(folder, name);

    JsonElement[] Variants()
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File("compare.json")));
        return [.. json.RootElement.Clone().GetProperty("variants").EnumerateArray()];
    }

    [Fact]
    public async Task Writes_a_page_that_can_be_sent()
    {
        await TestCommand.RunAsync("compare", Iris, "--target", "target", "--epochs", "2", "--quiet", "--vary", "standardize=false,true", "--report", File("report.html"));
        Assert.Contains("<td>standardize=false</td><td class=\"number\">2</td>", System.IO.File.ReadAllText(File("report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trains_every_variant_and_shows_them_side_by_side()
    {
        var (code, output, errors) = await TestCommand.RunAsync("compare", Iris, "--target", "target", "--epochs", "5",
            "--vary", "standardize=false,true", "--plot", File("compare.svg"), "--json", File("compare.json"));
        Assert.Equal(CommandLine.Success, code);
        Assert.Empty(errors);
        Assert.Contains("variants: 2", output, StringComparison.Ordinal);
        Assert.Contains("standardize=true: epoch 5 of 5", output, StringComparison.Ordinal);
        Assert.Contains("After the last epoch", output, StringComparison.Ordinal);
        string svg = System.IO.File.ReadAllText(File("compare.svg"));
        Assert.Contains("standardize=false", svg, StringComparison.Ordinal);
        Assert.Contains("standardize=true", svg, StringComparison.Ordinal);
        Assert.Equal([false, true], Variants().Select(variant => variant.GetProperty("settings").GetProperty("standardize").GetBoolean()));
    }

    [Fact]
    public async Task A_variant_is_the_training_that_train_does_with_its_settings()
    {
        await TestCommand.RunAsync("compare", Iris, "--target", "target", "--epochs", "3", "--quiet", "--vary", "layers=8,16x16", "--json", File("compare.json"));
        await TestCommand.RunAsync("train", Iris, "--target", "target", "--epochs", "3", "--quiet", "--layers", "16,16", "--json", File("train.json"));
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File("train.json")));
        Assert.Equal(json.RootElement.GetProperty("history").ToString(), Variants()[1].GetProperty("history").ToString());
    }

    [Fact]
    public async Task Repeats_have_seeds_of_their_own_and_are_averaged()
    {
        var (_, output, _) = await TestCommand.RunAsync("compare", Iris, "--target", "target", "--epochs", "2", "--vary", "optimizer=adam,sgd", "--repeats", "2", "--json", File("compare.json"));
        Assert.Contains("±", output, StringComparison.Ordinal);
        Assert.Equal([(0, 1), (1, 2), (0, 1), (1, 2)], Variants().Select(variant =>
            (variant.GetProperty("settings").GetProperty("seed").GetInt32(), variant.GetProperty("repeat").GetInt32())));
    }

    [Fact]
    public async Task Interrupted_it_keeps_the_variants_that_have_begun()
    {
        var (code, _, _) = await TestCommand.InterruptAsync(() => Variants().Length > 0,
            "compare", TestCommand.Data("digits.csv"), "--target", "target", "--epochs", "100000", "--layers", "8", "--quiet",
            "--vary", "seed=1,2", "--json", File("compare.json"));
        Assert.Equal(CommandLine.Interrupted, code);
        Assert.True(Assert.Single(Variants()).GetProperty("interrupted").GetBoolean());
    }

    [Theory]
    [InlineData("no setting 'standardise'", "--vary", "standardise=false,true")]
    [InlineData("expected KEY=V1,V2", "--vary", "standardize")]
    [InlineData("--epochs few", "--vary", "epochs=few")]
    [InlineData("no optimizer 'adamm'", "--vary", "optimizer=sgd,adamm")]
    [InlineData("--repeats 0", "--vary", "seed=1,2", "--repeats", "0")]
    public async Task Wrong_variations_are_told_before_training(string part, params string[] options) =>
        Assert.Contains(part, await TestCommand.FailAsync(["compare", Iris, "--target", "target", .. options]), StringComparison.OrdinalIgnoreCase);
}
