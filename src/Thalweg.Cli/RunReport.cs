using System.Globalization;
using Spectre.Console;

namespace Thalweg.Cli;

/// <summary>What the command says of a training: before it, what was inferred; after it, what was learned.</summary>
static class RunReport
{
    /// <summary>The table's reading and the network.</summary>
    public static void Before(IAnsiConsole console, TrainingData data, TrainingRun run)
    {
        foreach (string note in data.Notes)
            console.Profile.Out.Writer.WriteLine(note);
        console.Profile.Out.Writer.WriteLine();
        using var summary = new StringWriter(CultureInfo.InvariantCulture);
        run.Model.Summary(summary);
        console.Profile.Out.Writer.WriteLine(summary.ToString());
    }

    /// <summary>The final numbers, and how predictions compare with the truth: on the validation rows, if there are any.</summary>
    public static void After(IAnsiConsole console, TrainingData data, TrainingRun run, TrainResult result)
    {
        int epochs = result.History.Values.FirstOrDefault()?.Count ?? 0;
        if (epochs == 0)
        {
            console.Profile.Out.Writer.WriteLine("Stopped before the end of the first epoch: there is nothing to report.");
            return;
        }
        console.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(result.Interrupted ? "Stopped after" : "Trained for")} {epochs} epochs in {result.Seconds:0.0} seconds: {MetricText.Of(result.Final)}"));
        if (!double.IsFinite(result.Final["loss"]))
            console.Profile.Out.Writer.WriteLine("The loss is no longer a number: the steps are too long. Lower --learning-rate, or let --standardize be true.");

        var rows = data.Validation ?? (data.X, data.Y);
        string named = string.Create(CultureInfo.InvariantCulture, $"{rows.X.Shape[0]} {(data.Validation is null ? "training" : "validation")} rows");
        if (data.IsClassification)
            ClassificationReport.Write(console, run.Confusion(rows), named);
        else
            RegressionReport.Of(rows.Y.ToArray<double>(), run.Model.Predict(rows.X).ToArray<double>()).Write(console, named);
    }
}
