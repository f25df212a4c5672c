using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Thalweg.Models;

namespace Thalweg.Cli;

/// <summary><c>thalweg summary MODEL</c>: the layers of a saved network, and what it was trained by.</summary>
static class SummaryCommand
{
    public const string Examples = """
        Examples:
          thalweg summary iris.keras
        """;

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var model = ModelArgument.New();
        var command = new Command("summary", "Show the layers of a saved network, of this program or of Keras.") { model };
        command.SetAction(parsed =>
        {
            var loaded = SavedModel.LoadModel(parsed.GetRequiredValue(model));
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            loaded.Summary(text);
            console.Profile.Out.Writer.Write(text.ToString());
            if (loaded.Optimizer is { } optimizer)
                console.Profile.Out.Writer.WriteLine($" Trained by {optimizer.Configuration?.ClassName ?? optimizer.Name} on {Losses(loaded)}, {optimizer.Iterations.ToString("N0", CultureInfo.InvariantCulture)} steps");
            return CommandLine.Success;
        });
        return command;
    }

    /// <summary>One loss for all outputs, or that of each.</summary>
    static string Losses(Model model) => model.Loss?.Name ?? string.Join(", ", model.Trainings.Where(output => output.Loss is not null).Select(output => $"{output.Name}: {output.Loss!.Name}"));
}
