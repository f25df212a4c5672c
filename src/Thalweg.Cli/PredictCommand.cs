using System.CommandLine;
using Spectre.Console;
using Thalweg.Data;
using Table = Thalweg.Data.Table;

namespace Thalweg.Cli;

/// <summary><c>thalweg predict MODEL DATA</c>: what a saved network says of raw rows.</summary>
static class PredictCommand
{
    public const string Examples = """
        Examples:
          thalweg predict iris.keras new.csv --out predictions.csv
        """;

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var (model, data, file) = (ModelArgument.New(), ModelArgument.Data(), new TableFile());
        var output = new Option<string?>("--out") { HelpName = "FILE.csv", Description = "Write the predictions there. Default: on the console." };
        var command = new Command("predict", "Say what a saved network makes of rows: class names and probabilities, or numbers.") { model, data, output };
        file.AddTo(command);
        command.SetAction(parsed =>
        {
            string? path = OutputFile.Check("out", parsed.GetValue(output), ".csv");
            string rows = parsed.GetRequiredValue(data);
            var saved = SavedModel.Load(parsed.GetRequiredValue(model));
            var predictions = Predictions(saved, TableFile.Read(rows, file.Options(parsed)), rows);
            if (path is null)
                predictions.WriteCsv(console.Profile.Out.Writer);
            else
                predictions.WriteCsv(path);
            return CommandLine.Success;
        });
        return command;
    }

    /// <summary>For each row the predicted class and the probability of every class, or the predicted number.</summary>
    public static Table Predictions(SavedModel saved, Table rows, string named)
    {
        var outputs = saved.Model.Predict(saved.Features(rows, named));
        var target = saved.Encoder.Target;
        if (saved.Form.Predicted is not { } classes)
            return new Table(new NumberColumn(target, outputs.ToArray<double>()));
        var names = saved.Encoder.ClassNames;
        var predicted = new TextColumn(target, [.. classes(outputs).Select(label => names[label])]);
        return new Table([predicted, .. names.Select((name, label) => new NumberColumn($"p({name})", saved.Form.Probabilities(outputs, label)))]);
    }
}
