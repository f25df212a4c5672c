using System.CommandLine;
using System.CommandLine.Help;
using Spectre.Console;

namespace Thalweg.Cli;

/// <summary>
/// The whole command: reads the arguments, runs what they ask for, and turns what the user can mend into one sentence.
/// </summary>
public static class CommandLine
{
    /// <summary>Everything went well.</summary>
    public const int Success = 0;

    /// <summary>The arguments or the data are at fault.</summary>
    public const int UserError = 2;

    /// <summary>The user stopped the training; what was learned so far was written.</summary>
    public const int Interrupted = 130;

    const string Overview = "Trains a neural network on a table of data, and shows how it learned.";

    const string MainExample = """
        Examples:
          thalweg train data/iris.csv --target target
          thalweg train data/iris.csv --target target --save iris.keras
          thalweg predict iris.keras new.csv --out predictions.csv
          thalweg compare data/iris.csv --target target --vary standardize=false,true --plot compare.svg
          thalweg diagnose data/iris.csv --target target --standardize false
          thalweg train --help
        """;

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The arguments behind the command's name.</param>
    /// <param name="console">Where results go; a console that is a file gets no control codes.</param>
    /// <param name="errors">Where error sentences go.</param>
    /// <param name="cancellation">Stops a training cleanly, as Ctrl-C does.</param>
    /// <returns>The exit code: 0, 2 for what the user can mend, 130 after an interruption.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, IAnsiConsole console, TextWriter errors, CancellationToken cancellation)
    {
        var root = Build(console);
        var parsed = root.Parse(arguments.Count > 0 ? arguments : ["--help"]);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
            return Fail(errors, Explain(parsed));
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = console.Profile.Out.Writer,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,               // Ctrl-C reaches a training through the token
            };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is UserErrorException or IOException or UnauthorizedAccessException)
        {
            return Fail(errors, fault.Message);
        }
    }

    static Command Build(IAnsiConsole console)
    {
        // A plain command, not a RootCommand, which would be called after the program's file.
        var help = new HelpOption { Recursive = true };
        var root = new Command("thalweg", Overview) { help, new VersionOption(), TrainCommand.Build(console), CompareCommand.Build(console), DiagnoseCommand.Build(console), PredictCommand.Build(console), EvaluateCommand.Build(console), SummaryCommand.Build(console), ExportCommand.Build(console), LabCommand.Build(console), BookCommand.Build(console), ListCommand.Build(console) };
        help.Action = new HelpWithExamples((HelpAction)help.Action!, new Dictionary<string, string>
        {
            [root.Name] = MainExample,
            ["train"] = TrainCommand.Examples,
            ["compare"] = CompareCommand.Examples,
            ["diagnose"] = DiagnoseCommand.Examples,
            ["predict"] = PredictCommand.Examples,
            ["evaluate"] = EvaluateCommand.Examples,
            ["summary"] = SummaryCommand.Examples,
            ["export"] = ExportCommand.Examples,
            ["lab"] = LabCommand.Examples,
            ["book"] = BookCommand.Examples,
            ["list"] = ListCommand.Examples,
        });
        return root;
    }

    /// <summary>The first thing that is wrong with the arguments, with what may have been meant.</summary>
    static string Explain(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        bool isRoot = command.Subcommands.Count > 0;
        if (parsed.UnmatchedTokens is [var token, ..])
        {
            if (token.StartsWith('-'))
                return Guess.Unknown("option", token, command.Options.Select(option => option.Name));
            if (isRoot)
                return Guess.Unknown("command", token, command.Subcommands.Select(known => known.Name));
        }
        return $"{parsed.Errors[0].Message} See 'thalweg {(isRoot ? "" : command.Name + " ")}--help'.";
    }

    static int Fail(TextWriter errors, string sentence)
    {
        errors.WriteLine($"thalweg: {sentence}");
        return UserError;
    }
}
