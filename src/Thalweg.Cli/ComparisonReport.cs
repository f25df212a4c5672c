using System.Globalization;
using Spectre.Console;

namespace Thalweg.Cli;

/// <summary>What the command says of a comparison: the data before it, a table of final numbers after it.</summary>
static class ComparisonReport
{
    /// <summary>The table's reading, and how much is to be trained.</summary>
    public static void Before(IAnsiConsole console, TrainingData data, int variants, int times)
    {
        foreach (string note in data.Notes.SkipLast(1))         // the last one says whether inputs are standardised, which may vary
            console.Profile.Out.Writer.WriteLine(note);
        string repeated = times == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {times} times each");
        console.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"variants: {variants}{repeated}, from the same initial weights and with the same order of rows"));
        console.Profile.Out.Writer.WriteLine();
    }

    /// <summary>The final numbers of each variant: the mean over its repetitions, ± their standard deviation.</summary>
    public static void After(IAnsiConsole console, IReadOnlyList<ComparedTraining> trainings)
    {
        if (trainings.Count == 0)
        {
            console.Profile.Out.Writer.WriteLine("Stopped before the end of the first epoch: there is nothing to compare.");
            return;
        }
        string[] names = [.. trainings.SelectMany(training => training.Result!.Final.Keys).Distinct()];
        var table = TextTable.New(["variant", .. names, "epochs", "seconds"]);
        foreach (var variant in trainings.GroupBy(training => training.Name))
        {
            TrainResult[] results = [.. variant.Select(training => training.Result!)];
            TextTable.AddRow(table,
            [
                variant.Key,
                .. names.Select(name => Spread([.. results.Where(result => result.Final.ContainsKey(name)).Select(result => result.Final[name])])),
                results.Min(result => result.History.Values.First().Count).ToString(CultureInfo.InvariantCulture),
                results.Sum(result => result.Seconds).ToString("0.0", CultureInfo.InvariantCulture),
            ]);
        }
        TextTable.Write(console, "After the last epoch:", table);
    }

    static string Spread(double[] values)
    {
        if (values.Length <= 1)
            return values.Length == 0 ? "" : MetricText.Of(values[0]);
        double mean = values.Average();
        double deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return $"{MetricText.Of(mean)} ± {MetricText.Of(deviation)}";
    }
}
