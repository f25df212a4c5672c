using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;
using Thalweg.Descents;
using Thalweg.Lab.Reports;
using Thalweg.Plots;

namespace Thalweg.Cli;

/// <summary><c>thalweg diagnose DATA --target COLUMN</c>: trains briefly and says what is wrong, what helps, and how much it helped.</summary>
static class DiagnoseCommand
{
    /// <summary>Epochs of each brief training, where none are given.</summary>
    const int Brief = 30;

    public const string Examples = """
        Examples:
          thalweg diagnose data/iris.csv --target target
          thalweg diagnose data/wine.csv --target target --standardize false --plot diagnosis.svg
          thalweg diagnose data/digits.csv --target target --layers 64,64,64,64,64,64,64,64 --activation sigmoid --json diagnosis.json
        """;

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var options = new RunOptions("Draw the evidence, a panel for each finding.", "Write settings, findings and their numbers as JSON.");
        var command = new Command("diagnose", "Train briefly (30 epochs where --epochs isn't given) and say what is wrong: with inputs, labels, loss, learning rate, gradients or units. Each remedy is tried, and its effect measured.");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, options, console, cancellation), CancellationToken.None));
        return command;
    }

    static int Run(ParseResult parsed, RunOptions options, IAnsiConsole console, CancellationToken cancellation)
    {
        var settings = options.Read(parsed, new TrainSettings { Epochs = Brief });
        bool quiet = options.Quiet(parsed);
        var (plotFile, jsonFile, reportFile) = (options.Plot(parsed), options.Json(parsed), options.Report(parsed));
        var data = TrainingData.Prepare(options.Table(parsed), settings);
        var run = TrainingRun.Prepare(data, settings);
        if (!quiet)
            RunReport.Before(console, data, run);

        long start = Stopwatch.GetTimestamp();
        Diagnosis diagnosis;
        try
        {
            diagnosis = !quiet && console.Profile.Capabilities.Interactive
                ? console.Status().Start("training", status => run.Diagnose(new Shown(status), cancellation))
                : run.Diagnose(null, cancellation);
        }
        catch (OperationCanceledException)
        {
            if (!quiet)
                console.Profile.Out.Writer.WriteLine("Stopped before the diagnosis was complete: there is nothing to report.");
            return CommandLine.Interrupted;
        }
        var result = new DiagnosisResult(run.Settings, diagnosis, Stopwatch.GetElapsedTime(start).TotalSeconds);
        if (!quiet)
            DiagnosisReport.Write(console, result);
        if (plotFile is not null)
            diagnosis.Plot().Save(plotFile);
        if (jsonFile is not null)
            ResultJson.Write(jsonFile, result);
        if (reportFile is not null)
            OutputFile.Write(reportFile, TrainingReport.Diagnose($"Diagnosis of a training on {settings.Data}", run.Settings, diagnosis));
        return CommandLine.Success;
    }

    sealed class Shown(StatusContext status) : IProgress<string>
    {
        public void Report(string value) => status.Status = Markup.Escape(value);
    }
}
