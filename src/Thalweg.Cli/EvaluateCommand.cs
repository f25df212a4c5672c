using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace Thalweg.Cli;

/// <summary><c>thalweg evaluate MODEL DATA</c>: how well a saved network does on rows whose target is known.</summary>
static class EvaluateCommand
{
    public const string Examples = """
        Examples:
          thalweg evaluate iris.keras data/iris.csv
        """;

    /// <summary>The command, which writes to this console.</summary>
    public static Command Build(IAnsiConsole console)
    {
        var (model, data, file) = (ModelArgument.New(), ModelArgument.Data(), new TableFile());
        var command = new Command("evaluate", "Measure a saved network on rows whose target is known.") { model, data };
        file.AddTo(command);
        command.SetAction(parsed =>
        {
            string rows = parsed.GetRequiredValue(data);
            var saved = SavedModel.Load(parsed.GetRequiredValue(model));
            Evaluate(console, saved, TableFile.Read(rows, file.Options(parsed)), rows);
            return CommandLine.Success;
        });
        return command;
    }

    static void Evaluate(IAnsiConsole console, SavedModel saved, Thalweg.Data.Table table, string named)
    {
        if (!table.Columns.Any(column => column.Name == saved.Encoder.Target))
            throw new UserErrorException($"{named}: the table has no column '{saved.Encoder.Target}' to compare with; 'thalweg predict' needs none.");
        var target = table[saved.Encoder.Target];
        var known = table.Where(row => !target.IsMissing(row.Index));
        if (known.RowCount == 0)
            throw new UserErrorException($"{named}: no row has a value of the target '{saved.Encoder.Target}'.");
        var x = saved.Features(known, named);
        Tensor y;
        try
        {
            y = saved.Encoder.Encode(known).Y;
        }
        catch (ArgumentException fault)
        {
            throw new UserErrorException($"{named}: {TrainingData.WithoutParameter(fault)}", fault);
        }
        if (saved.Model.Optimizer is not null)
            console.Profile.Out.Writer.WriteLine(MetricText.Of(saved.Model.Evaluate(x, saved.Form.Target(y))));
        string rows = string.Create(CultureInfo.InvariantCulture, $"{known.RowCount} rows");
        var outputs = saved.Model.Predict(x);
        if (saved.Form.Predicted is { } classes)
            ClassificationReport.Write(console, new ConfusionMatrix(saved.Encoder.ClassNames, y.ArgMax(axis: -1).ToArray<int>(), classes(outputs)), rows);
        else
            RegressionReport.Of(y.ToArray<double>(), outputs.ToArray<double>()).Write(console, rows);
    }
}
