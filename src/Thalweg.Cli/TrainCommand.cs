using System.CommandLine;
using Spectre.Console;
using Thalweg.Lab.Reports;
using Thalweg.Plots;

namespace Thalweg.Cli;

/// <summary><c>thalweg train DATA --target COLUMN</c>: learns a column of a table from the others.</summary>
static class TrainCommand
{
    public const string Examples = """
        Examples:
          thalweg train data/iris.csv --target target
          thalweg train data/penguins.csv --target species --validation-split 0.2 --plot curves.svg
          thalweg train data/diabetes.csv --target target --layers 32,32 --epochs 200 --json result.json
          thalweg train data/iris.csv --target target --save iris.keras
          thalweg train data/iris.csv --target target --resume iris.keras --save iris.keras --epochs 50
        """;

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var options = new RunOptions();
        var history = new Option<string?>("--history") { HelpName = "FILE.csv", Description = "Write the loss and metrics of each epoch as a table." };
        var save = new Option<string?>("--save") { HelpName = "FILE.keras", Description = "Save the network, with what 'thalweg predict' needs to take raw rows; Keras opens it too." };
        var resume = new Option<string?>("--resume") { HelpName = "FILE.keras", Description = "Go on with a saved network for further epochs: its layers, encoding, optimizer and loss hold. On the same table with the same seed the weights are those of one long training." };
        var command = new Command("train", "Train a network on a table and say how well it learned.");
        options.AddTo(command, history, save, resume);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, options, history, save, resume, console, cancellation), CancellationToken.None));
        return command;
    }

    static int Run(ParseResult parsed, RunOptions options, Option<string?> history, Option<string?> save, Option<string?> resume, IAnsiConsole console, CancellationToken cancellation)
    {
        var settings = options.Read(parsed);
        bool quiet = options.Quiet(parsed);
        var (plotFile, jsonFile, reportFile, historyFile) = (options.Plot(parsed), options.Json(parsed), options.Report(parsed), OutputFile.Check("history", parsed.GetValue(history)));

        string? saveFile = OutputFile.Check("save", parsed.GetValue(save), ".keras");
        var saved = parsed.GetValue(resume) is { } earlier ? SavedModel.Load(earlier) : null;
        if (saved is not null && saved.Encoder.Target != settings.Target)
            throw new UserErrorException($"--resume {saved.Path}: the network was trained for the target '{saved.Encoder.Target}', not for '{settings.Target}'.");

        var data = TrainingData.Prepare(options.Table(parsed), settings, saved);
        var run = saved is null ? TrainingRun.Prepare(data, settings) : TrainingRun.Resume(data, settings, saved);
        if (!quiet)
            RunReport.Before(console, data, run);
        var result = ProgressDisplay.Show(console, quiet, display => run.Fit(display.Follow("training"), cancellation));
        if (!quiet)
            RunReport.After(console, data, run, result);

        if (saveFile is not null)
            run.Save(saveFile);
        if (plotFile is not null && result.History.Count > 0)
            run.Model.History.Plot().Save(plotFile);
        if (historyFile is not null)
            HistoryCsv.Write(historyFile, result.History);
        if (jsonFile is not null)
            ResultJson.Write(jsonFile, result);
        if (reportFile is not null)
        {
            var confusion = data.IsClassification && result.History.Count > 0 ? run.Confusion(data.Validation ?? (data.X, data.Y)) : null;
            OutputFile.Write(reportFile, TrainingReport.Of($"Training on {settings.Data}", run.Settings, run.Model.History, run.Model, confusion, result.Seconds));
        }
        return result.Interrupted ? CommandLine.Interrupted : CommandLine.Success;
    }
}
