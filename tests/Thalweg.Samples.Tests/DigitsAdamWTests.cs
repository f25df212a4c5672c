using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Thalweg.Samples.Tests;

public sealed partial class DigitsAdamWTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Reads_at_least_97_of_100_digits_it_has_not_seen()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "digits.csv"), Path.Combine(folder, "data", "digits.csv"));
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DigitsAdamW.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        var result = Accuracy().Match(output);
        Assert.True(result.Success, output);
        Assert.True(double.Parse(result.Groups[1].Value, CultureInfo.InvariantCulture) >= 0.97, result.Value);
        Assert.StartsWith("<?xml", File.ReadAllText(Path.Combine(folder, "schedule.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_at_most_40_lines() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "samples", "DigitsAdamW.cs")).Length, 1, 40);

    [GeneratedRegex(@"validation accuracy (\S+)")]
    private static partial Regex Accuracy();
}
