using System.CommandLine;
using Spectre.Console;
using Thalweg.Activations;
using Thalweg.Catalogs;
using Thalweg.Constraints;
using Thalweg.Initializers;
using Thalweg.Losses;
using Thalweg.Metrics;
using Thalweg.Optimizers;
using Thalweg.Regularizers;
using Thalweg.Schedules;

namespace Thalweg.Cli;

/// <summary><c>thalweg list KIND</c>: everything of a kind that has a name, a line each.</summary>
static class ListCommand
{
    public const string Examples = """
        Examples:
          thalweg list optimizers
          thalweg list losses
        """;

    static readonly (string Kind, Func<IReadOnlyList<CatalogLine>> Lines)[] Kinds =
    [
        ("activations", () => Activation.Known),
        ("constraints", () => Constraint.Known),
        ("initializers", () => Initializer.Known),
        ("losses", () => Loss.Known),
        ("metrics", () => Metric.Known),
        ("optimizers", () => Optimizer.Known),
        ("regularizers", () => Regularizer.Known),
        ("schedules", () => Schedule.Known),
    ];

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        string kinds = string.Join(", ", Kinds.Select(known => known.Kind));
        var kind = new Argument<string>("KIND") { Description = $"One of: {kinds}." };
        var command = new Command("list", "Name what there is: optimizers, losses, metrics and more, with a line about each.") { kind };
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetValue(kind) ?? "";
            var lines = Kinds.FirstOrDefault(known => known.Kind.Equals(wanted, StringComparison.OrdinalIgnoreCase)).Lines
                ?? throw new UserErrorException($"list {wanted}: {Guess.Unknown("kind", wanted, Kinds.Select(known => known.Kind))}");
            Write(console.Profile.Out.Writer, lines());
            return CommandLine.Success;
        });
        return command;
    }

    static void Write(TextWriter output, IReadOnlyList<CatalogLine> lines)
    {
        int width = lines.Max(line => line.Name.Length) + 2;
        foreach (var line in lines)
            output.WriteLine(line.Name.PadRight(width) + line.Summary);
    }
}
