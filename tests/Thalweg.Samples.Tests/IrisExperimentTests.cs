using System.Globalization;
using System.Text.RegularExpressions;

namespace Thalweg.Samples.Tests;

public sealed partial class IrisExperimentTests
{
    [Fact]
    public async Task Learns_the_iris_and_draws_how()
    {
        using var run = await SampleRun.Of("IrisExperiment", "iris.csv");
        Assert.Contains("Total params: 133,635", run.Output, StringComparison.Ordinal);
        var last = LastEpoch().Match(run.Output);
        Assert.True(last.Success, run.Output);
        Assert.True(double.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture) < 0.005, last.Value);
        Assert.Equal("1.0000", last.Groups[2].Value);
        run.AssertPicture("history.svg");
    }

    [Fact]
    public void Is_at_most_25_lines() => Assert.InRange(SampleRun.Lines("IrisExperiment"), 1, 25);

    [Fact]
    public void Is_what_the_readme_shows()
    {
        string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        Assert.Contains($"```csharp\n{SampleRun.Source("IrisExperiment")}```", readme, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Epoch 100/100.*loss: (\S+) - accuracy: (\S+)")]
    private static partial Regex LastEpoch();
}
