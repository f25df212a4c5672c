using System.Text.Json;

namespace Thalweg.Cli.Tests;

[Collection(nameof(RandomSeed))]
public sealed class DiagnoseCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    static string Iris => TestCommand.Data("iris.csv");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Writes_a_page_that_can_be_sent()
    {
        await TestCommand.RunAsync("diagnose", TestCommand.Data("wine.csv"), "--target", "target", "--standardize", "false", "--epochs", "5", "--quiet", "--report", Path.Combine(folder, "report.html"));
        Assert.Contains("inputs not scaled", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_healthy_training_gets_a_clean_bill()
    {
        var (code, output, errors) = await TestCommand.RunAsync("diagnose", Iris, "--target", "target");
        Assert.Equal((CommandLine.Success, ""), (code, errors));
        Assert.Contains("Healthy: nothing was found", output, StringComparison.Ordinal);
        Assert.Contains("Trained for 30 epochs: loss", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inputs_that_are_not_scaled_are_found_mended_and_measured()
    {
        string json = Path.Combine(folder, "d.json"), plot = Path.Combine(folder, "d.svg");
        var (code, output, errors) = await TestCommand.RunAsync("diagnose", TestCommand.Data("wine.csv"), "--target", "target", "--standardize", "false", "--epochs", "15", "--json", json, "--plot", plot);
        Assert.Equal((CommandLine.Success, ""), (code, errors));
        Assert.Contains("inputs not scaled", output, StringComparison.Ordinal);
        Assert.Contains("'proline'", output, StringComparison.Ordinal);
        Assert.Contains("Measured: ", output, StringComparison.Ordinal);
        Assert.Contains("--standardize true", output, StringComparison.Ordinal);

        using var document = JsonDocument.Parse(File.ReadAllText(json));
        var root = document.RootElement;
        Assert.Equal(15, root.GetProperty("settings").GetProperty("epochs").GetInt32());
        var finding = root.GetProperty("diagnosis").GetProperty("findings").EnumerateArray().First(found => found.GetProperty("name").GetString() == "inputs not scaled");
        Assert.Equal("Warning", finding.GetProperty("severity").GetString());
        Assert.Equal("true", finding.GetProperty("remedy").GetProperty("settings").GetProperty("standardize").GetString());
        Assert.True(finding.GetProperty("effect").GetProperty("after").GetDouble() < finding.GetProperty("effect").GetProperty("before").GetDouble());
        Assert.True(finding.GetProperty("evidence").GetArrayLength() >= 4);
        Assert.StartsWith("<?xml", File.ReadAllText(plot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_prints_nothing() =>
        Assert.Equal((CommandLine.Success, "", ""), await TestCommand.RunAsync("diagnose", Iris, "--target", "target", "--epochs", "2", "--quiet"));

    [Fact]
    public async Task An_interruption_ends_it_with_its_code()
    {
        var (code, output, _) = await TestCommand.RunAsync(new CancellationToken(canceled: true), "diagnose", Iris, "--target", "target");
        Assert.Equal(CommandLine.Interrupted, code);
        Assert.Contains("nothing to report", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("did you mean", "--target", "targe")]
    [InlineData("looking at the loss", "--target", "target", "--optimizer", "lbfgs", "--quiet")]
    [InlineData("--json", "--target", "target", "--json", "/no/such/folder/x.json")]
    public async Task Faults_are_told_in_a_sentence(string part, params string[] options) =>
        Assert.Contains(part, await TestCommand.FailAsync(["diagnose", Iris, .. options]), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task The_help_has_examples() =>
        Assert.Contains("thalweg diagnose data/wine.csv", (await TestCommand.RunAsync("diagnose", "--help")).Output, StringComparison.Ordinal);
}
