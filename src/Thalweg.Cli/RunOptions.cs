using System.CommandLine;
using Thalweg.Data;

namespace Thalweg.Cli;

/// <summary>What commands that train take beside the settings: the table, the target, and where results go.</summary>
/// <param name="plotted">What <c>--plot</c> draws.</param>
/// <param name="written">What <c>--json</c> writes.</param>
sealed class RunOptions(string plotted = "Draw the learning curves.", string written = "Write settings, history, final values and seconds as JSON.")
{
    readonly IReadOnlyList<Setting> settings = SettingCatalog.New();

    readonly TableFile file = new();

    readonly Argument<string> data = new("DATA") { Description = "The table: a CSV file, with or without a header." };

    readonly Option<string> target = new("--target") { HelpName = "COLUMN", Description = "The column to learn.", Required = true };

    readonly Option<string?> plot = new("--plot") { HelpName = "FILE.svg|png", Description = plotted };

    readonly Option<string?> json = new("--json") { HelpName = "FILE", Description = written };

    readonly Option<string?> report = new("--report") { HelpName = "FILE.html", Description = "Write a page with curves, settings and numbers that needs nothing beside itself." };

    readonly Option<bool> quiet = new("--quiet") { Description = "Print nothing but errors." };

    /// <summary>The settings that can be given, and varied.</summary>
    public IReadOnlyList<Setting> Settings => settings;

    /// <summary>Puts the argument and the options on a command, with those that it has alone.</summary>
    public void AddTo(Command command, params IReadOnlyList<Option> own)
    {
        command.Arguments.Add(data);
        command.Options.Add(target);
        foreach (var option in own)
            command.Options.Add(option);
        foreach (var setting in settings)
            command.Options.Add(setting.Option);
        file.AddTo(command);
        command.Options.Add(plot);
        command.Options.Add(json);
        command.Options.Add(report);
        command.Options.Add(quiet);
    }

    /// <summary>The settings of the command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="defaults">What holds where it says nothing; the defaults of a training where this isn't given.</param>
    public TrainSettings Read(ParseResult parsed, TrainSettings? defaults = null) => settings.Aggregate(
        (defaults ?? new TrainSettings()) with { Data = parsed.GetRequiredValue(data), Target = parsed.GetRequiredValue(target) },
        (read, setting) => setting.Read(read, parsed));

    /// <summary>The table that the command line names.</summary>
    public Table Table(ParseResult parsed) => TableFile.Read(parsed.GetRequiredValue(data), file.Options(parsed));

    /// <summary>Where the picture goes; null for nowhere.</summary>
    public string? Plot(ParseResult parsed) => OutputFile.Check("plot", parsed.GetValue(plot), ".svg", ".png");

    /// <summary>Where the JSON goes; null for nowhere.</summary>
    public string? Json(ParseResult parsed) => OutputFile.Check("json", parsed.GetValue(json));

    /// <summary>Where the page goes; null for nowhere.</summary>
    public string? Report(ParseResult parsed) => OutputFile.Check("report", parsed.GetValue(report), ".html", ".htm");

    /// <summary>Whether nothing is printed.</summary>
    public bool Quiet(ParseResult parsed) => parsed.GetValue(quiet);
}
