using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Thalweg.Samples.Tests;

public sealed partial class IrisExperimentTests : IDisposable
{
    static readonly string Source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "IrisExperiment.cs"));

    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Learns_the_iris_and_draws_how()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "iris.csv"), Path.Combine(folder, "data", "iris.csv"));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IrisExperiment.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("Total params: 133,635", output, StringComparison.Ordinal);
        var last = LastEpoch().Match(output);
        Assert.True(last.Success, output);
        Assert.True(double.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture) < 0.005, last.Value);
        Assert.Equal("1.0000", last.Groups[2].Value);
        Assert.StartsWith("<?xml", File.ReadAllText(Path.Combine(folder, "history.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_at_most_25_lines() => Assert.InRange(Source.TrimEnd().Split('\n').Length, 1, 25);

    [Fact]
    public void Is_what_the_readme_shows()
    {
        string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        Assert.Contains($"```csharp\n{Source}```", readme, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Epoch 100/100.*loss: (\S+) - accuracy: (\S+)")]
    private static partial Regex LastEpoch();
}
