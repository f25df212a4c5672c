using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Thalweg.Samples.Tests;

public sealed partial class VanishingGradientTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_gradient_vanishes_with_sigmoids_and_as_the_chain_rule_says()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "iris.csv"), Path.Combine(folder, "data", "iris.csv"));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "VanishingGradient.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        var lines = Line().Matches(output).ToDictionary(
            line => (line.Groups[1].Value, line.Groups[2].Value),
            line => (Measured: double.Parse(line.Groups[3].Value, CultureInfo.InvariantCulture), Predicted: double.Parse(line.Groups[4].Value, CultureInfo.InvariantCulture)));
        Assert.Equal(6, lines.Count);
        Assert.True(lines[("sigmoid", "glorot_normal")].Measured < 1e-4);
        Assert.True(lines[("sigmoid", "he_normal")].Measured < 1e-3);
        Assert.All(new[] { "tanh", "relu" }, name => Assert.InRange(lines[(name, "he_normal")].Measured, 0.1, 10));
        Assert.All(lines.Where(line => line.Key.Item1 == "sigmoid"), line => Assert.InRange(line.Value.Measured / line.Value.Predicted, 0.5, 2));
        Assert.True(new FileInfo(Path.Combine(folder, "vanishing-gradient.png")).Length > 10_000);
    }

    [Fact]
    public void Is_at_most_40_lines() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "samples", "VanishingGradient.cs")).Length, 1, 40);

    [GeneratedRegex(@"(\w+) +(\w+) +first / last layer: measured (\S+), chain rule (\S+)")]
    private static partial Regex Line();
}
