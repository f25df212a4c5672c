using System.Diagnostics;

namespace Thalweg.Cli.Tests;

/// <summary>The command as a process of its own, its output going to a pipe.</summary>
public sealed class ProgramTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static Process Start(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Thalweg.Cli.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    [Fact]
    public async Task Redirected_output_has_no_control_codes_and_numbers_have_points()
    {
        using var process = Start("train", TestCommand.Data("iris.csv"), "--target", "target", "--epochs", "2");
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(CommandLine.Success, process.ExitCode);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\r', output);
        Assert.Matches(@"loss \d+\.\d{4}", output);
    }

    [Fact]
    public async Task An_error_goes_to_the_error_stream()
    {
        using var process = Start("train", "none.csv", "--target", "y");
        string errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(CommandLine.UserError, process.ExitCode);
        Assert.StartsWith("thalweg: there is no file", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_cleanly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals are sent by kill");
        string result = Path.Combine(folder, "result.json");
        using var process = Start("train", TestCommand.Data("iris.csv"), "--target", "target", "--epochs", "5000", "--layers", "8", "--json", result);
        string? line;
        do
            line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.StartsWith("training: epoch", StringComparison.Ordinal));

        Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        string rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(CommandLine.Interrupted, process.ExitCode);
        Assert.Contains("Stopped after", rest, StringComparison.Ordinal);
        Assert.True(File.Exists(result));
    }
}
