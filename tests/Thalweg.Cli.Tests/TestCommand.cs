using Spectre.Console.Testing;

namespace Thalweg.Cli.Tests;

/// <summary>Runs the command inside the test, on a console that remembers what was written.</summary>
static class TestCommand
{
    /// <summary>The folder of the data sets, beside the tests.</summary>
    public static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    /// <summary>Runs the command with these arguments.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        await RunAsync(TestContext.Current.CancellationToken, arguments);

    /// <summary>Runs the command, which the token may interrupt as Ctrl-C does.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        using var console = new TestConsole();
        console.Profile.Width = 160;
        using var errors = new StringWriter();
        int code = await CommandLine.RunAsync(arguments, console, errors, cancellation);
        return (code, console.Output, errors.ToString());
    }

    /// <summary>Runs a command that must fail with one sentence and exit code 2, and returns the sentence.</summary>
    public static async Task<string> FailAsync(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.Equal(CommandLine.UserError, code);
        Assert.Empty(output);
        Assert.StartsWith("thalweg: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        return errors;
    }

    /// <summary>
    /// Runs a long training and interrupts it, later and later until it has finished an epoch: how soon that is depends
    /// on the machine.
    /// </summary>
    /// <param name="hasBegun">Whether the files that were written hold an epoch.</param>
    /// <param name="arguments">The command.</param>
    public static async Task<(int Code, string Output, string Errors)> InterruptAsync(Func<bool> hasBegun, params string[] arguments)
    {
        for (double seconds = 1; ; seconds *= 2)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
            var result = await RunAsync(stop.Token, arguments);
            if (hasBegun() || seconds > 60)
                return result;
        }
    }
}
