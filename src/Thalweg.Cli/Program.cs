using System.Globalization;
using System.Text;
using Spectre.Console;
using Thalweg.Cli;

// Numbers are written alike in every country: 0.5, not 0,5.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;

if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = 160;                    // a file has no right edge to break lines at

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !stop.IsCancellationRequested;     // the first Ctrl-C ends the training cleanly, a second one at once
    stop.Cancel();
};
return await CommandLine.RunAsync(args, AnsiConsole.Console, Console.Error, stop.Token);
