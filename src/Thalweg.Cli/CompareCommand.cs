using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Thalweg.Lab.Reports;
using Thalweg.Plots;

namespace Thalweg.Cli;

/// <summary>
/// <c>thalweg compare DATA --target COLUMN --vary KEY=V1,V2</c>: the same training in several variants, from the same
/// initial weights and with the same order of rows, side by side.
/// </summary>
static class CompareCommand
{
    public const string Examples = """
        Examples:
          thalweg compare data/iris.csv --target target --vary standardize=false,true --plot compare.svg
          thalweg compare data/wine.csv --target target --vary optimizer=sgd,adam --vary learning-rate=0.01,0.001
          thalweg compare data/digits.csv --target target --vary layers=32,128x128 --repeats 3 --json compare.json
        """;

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var options = new RunOptions();
        var vary = new Option<string[]>("--vary")
        {
            HelpName = "KEY=V1,V2",
            Description = "Train once with each value of this setting; given several times, with every combination. A KEY is any option from --task to --seed.",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var repeats = new Option<string?>("--repeats") { HelpName = "N", Description = "Train each variant N times, with the seeds seed, seed + 1, … Default: 1." };
        var command = new Command("compare", "Train variants of a network from the same start, and show their curves side by side.");
        options.AddTo(command, vary, repeats);
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, options, vary, repeats, console, cancellation), CancellationToken.None));
        return command;
    }

    static int Run(ParseResult parsed, RunOptions options, Option<string[]> vary, Option<string?> repeats, IAnsiConsole console, CancellationToken cancellation)
    {
        var settings = options.Read(parsed);
        bool quiet = options.Quiet(parsed);
        var (plotFile, jsonFile, reportFile) = (options.Plot(parsed), options.Json(parsed), options.Report(parsed));
        int times = Times(parsed.GetValue(repeats));
        var variations = parsed.GetRequiredValue(vary).Select(text => Variation.Parse(text, options.Settings)).ToArray();
        var variants = Variation.Combine(settings, variations);

        var table = options.Table(parsed);
        ComparedTraining[] trainings =
        [
            .. variants.SelectMany(variant => Enumerable.Range(0, times).Select(repeat => ComparedTraining.Prepare(table, variant.Name, variant.Settings, times == 1 ? null : repeat))),
        ];
        if (!quiet)
            ComparisonReport.Before(console, trainings[0].Data, variants.Count, times);

        ProgressDisplay.Show(console, quiet, display => Train(trainings, display, cancellation));
        ComparedTraining[] trained = [.. trainings.Where(training => training.Result is { History.Count: > 0 })];
        if (!quiet)
            ComparisonReport.After(console, trained);
        if (plotFile is not null && trained.Length > 0)
            LearningCurves.Compare([.. trained.Select(training => (training.Name, training.Run.Model.History))]).Save(plotFile);
        if (jsonFile is not null)
            ResultJson.Write(jsonFile, new Comparison([.. trained.Select(training => training.Result!)]));
        if (reportFile is not null)
            OutputFile.Write(reportFile, TrainingReport.Compare($"Trainings on {settings.Data}", [.. trained.Select(training => (training.Label, training.Run.Settings, training.Run.Model.History))]));
        return trainings.Any(training => training.Result is null or { Interrupted: true }) ? CommandLine.Interrupted : CommandLine.Success;
    }

    /// <summary>Trains one after the other; those that an interruption leaves out keep no result.</summary>
    static int Train(ComparedTraining[] trainings, ProgressDisplay display, CancellationToken cancellation)
    {
        var followers = trainings.Select(training => display.Follow(training.Label)).ToArray();
        int finished = 0;
        while (finished < trainings.Length && !cancellation.IsCancellationRequested)
        {
            trainings[finished].Fit(followers[finished], cancellation);
            finished++;
        }
        return finished;
    }

    static int Times(string? text) =>
        text is null ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int times) && times >= 1 ? times
        : throw new UserErrorException($"--repeats {text}: expected a whole number from 1.");
}
