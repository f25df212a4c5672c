using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Spectre.Console;
using Thalweg.Lab;

namespace Thalweg.Cli;

/// <summary><c>thalweg lab</c>: descents, trainings and landscapes in the browser, until Ctrl-C.</summary>
static class LabCommand
{
    public const string Examples = """
        Examples:
          thalweg lab
          thalweg lab --port 8080 --no-browser --data ./runs
          thalweg lab --urls http://0.0.0.0:8080 --token a-long-secret
        """;

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var port = new Option<int?>("--port") { HelpName = "N", Description = "The port on 127.0.0.1; 0 for any free one. Default: the first free one from 5280." };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Don't open a browser." };
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = "Where runs, checkpoints and uploaded tables are kept. Default: the folder thalweg in the user's data folder." };
        var urls = new Option<string?>("--urls") { HelpName = "URL;URL", Description = "Listen at these addresses in place of 127.0.0.1. Where other computers can connect, --token is required." };
        var token = new Option<string?>("--token") { HelpName = "SECRET", Description = "A secret that a browser must give once, as ?token=SECRET." };
        var command = new Command("lab", "Open the Lab: descents, trainings and landscapes to touch in a browser. Ctrl-C ends it.") { port, noBrowser, data, urls, token };
        command.SetAction(async (parsed, cancellation) =>
        {
            string? addresses = parsed.GetValue(urls);
            if (addresses is not null && parsed.GetValue(port) is { } both)
                throw new UserErrorException($"--port {both} and --urls {addresses}: give one of them; the port stands in the address.");
            await using var lab = await LabServer.StartAsync(new LabOptions
            {
                Port = parsed.GetValue(port),
                DataFolder = parsed.GetValue(data),
                Urls = addresses?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
                Token = parsed.GetValue(token),
            }, cancellation).ConfigureAwait(false);
            var output = console.Profile.Out.Writer;
            await output.WriteLineAsync($"The Lab is open at {lab.AddressWithToken}").ConfigureAwait(false);
            await output.WriteLineAsync("Ctrl-C ends it.").ConfigureAwait(false);
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            if (!parsed.GetValue(noBrowser))
                Open(lab.AddressWithToken);
            try
            {
                await lab.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Ctrl-C is how it ends.
            }
            return CommandLine.Success;
        });
        return command;
    }

    /// <summary>Opens the user's browser; where there is none, the printed address is enough.</summary>
    static void Open(Uri address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
        }
    }
}
