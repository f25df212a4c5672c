using System.Text.RegularExpressions;
using Spectre.Console.Testing;

namespace Thalweg.Cli.Tests;

public sealed partial class LabCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("thalweg-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_prints_its_address_answers_there_and_ends_with_the_interruption()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var console = new TestConsole();
        using var errors = new StringWriter();
        var lab = CommandLine.RunAsync(["lab", "--no-browser", "--port", "0", "--data", folder], console, errors, stop.Token);
        while (!console.Output.Contains("Ctrl-C ends it.", StringComparison.Ordinal))
        {
            Assert.False(lab.IsCompleted, errors.ToString());
            await Task.Delay(5, stop.Token);
        }
        string address = Address.Match(console.Output).Value;
        using var client = new HttpClient();
        Assert.Equal("[]", await client.GetStringAsync(new Uri(address + "api/runs"), stop.Token));
        await stop.CancelAsync();
        Assert.Equal(CommandLine.Success, await lab);
        Assert.Empty(errors.ToString());
    }

    [Theory]
    [InlineData("--port", "99999", "--port 99999")]
    [InlineData("--port", "x", "--port")]
    [InlineData("--urls", "http://0.0.0.0:8080", "--token")]
    public async Task What_cannot_be_opened_is_said(string option, string value, string named) =>
        Assert.Contains(named, await TestCommand.FailAsync("lab", "--no-browser", "--data", folder, option, value), StringComparison.Ordinal);

    [Fact]
    public async Task A_port_and_addresses_contradict_each_other() =>
        Assert.Contains("give one of them", await TestCommand.FailAsync("lab", "--no-browser", "--data", folder, "--port", "1", "--urls", "http://127.0.0.1:2"), StringComparison.Ordinal);

    [GeneratedRegex("http://[0-9.:]+/")]
    private static partial Regex Address { get; }
}
