using System.Globalization;
using Thalweg.Descents;
using Thalweg.Lab.Languages;
using Thalweg.Lab.Trainings;
using Thalweg.Models;
using Thalweg.Plots;

namespace Thalweg.Lab.Reports;

/// <summary>Trainings, comparisons and diagnoses as pages that can be kept and sent: curves, network, settings, numbers.</summary>
static class TrainingReport
{
    const int MostRows = 200;

    /// <summary>One training.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="settings">What decided how it went.</param>
    /// <param name="history">What its epochs gave.</param>
    /// <param name="model">Its network.</param>
    /// <param name="confusion">The classes that it gives to rows, where it learned classes.</param>
    /// <param name="seconds">How long it took; null where nobody knows.</param>
    public static string Of(string title, TrainSettings settings, History history, Sequential model, ConfusionMatrix? confusion, double? seconds)
    {
        var report = new HtmlReport(title);
        if (history.Epochs.Count == 0)
            return report.Say("No epoch was finished: there is nothing to show.").ToString();
        string last = string.Join(", ", history.Metrics.Select(pair => $"{pair.Key} {Number(pair.Value[^1])}"));
        report.Say(seconds is { } time ? $"{history.Epochs.Count} epochs in {time.ToString("0.0", Translator.Current.Culture)} seconds: {last}." : $"{history.Epochs.Count} epochs: {last}.");
        report.Heading("Learning curves").Drawing(history.Plot().ToSvg(), "Loss and metrics of each epoch", Charts([("", history)]));
        report.Heading("Network").Drawing(NetworkDiagram.Of(model).ToSvg(), "The layers of the network with their units and parameters");
        if (confusion is not null)
            Confusion(report, confusion);
        Settings(report, settings);
        return Epochs(report, history).ToString();
    }

    /// <summary>Several trainings side by side.</summary>
    public static string Compare(string title, IReadOnlyList<(string Name, TrainSettings Settings, History History)> trainings)
    {
        var report = new HtmlReport(title);
        if (trainings.Count == 0)
            return report.Say("No training finished an epoch: there is nothing to show.").ToString();
        report.Heading("Learning curves").Drawing(LearningCurves.Compare([.. trainings.Select(training => (training.Name, training.History))]).ToSvg(), "Loss and metrics of each epoch and training", Charts([.. trainings.Select(training => (training.Name, training.History))]));
        string[] names = [.. trainings.SelectMany(training => training.History.Metrics.Keys).Distinct()];
        report.Heading("At the end").Table("Last values of each training", ["Training", "Epochs", .. names], trainings.Select(training => (IReadOnlyList<string>)
        [
            training.Name, Number(training.History.Epochs.Count), .. names.Select(name => training.History.Metrics.TryGetValue(name, out var values) ? Number(values[^1]) : ""),
        ]));
        Settings(report, trainings[0].Settings, "Settings of the first training");
        return report.ToString();
    }

    /// <summary>A diagnosis.</summary>
    public static string Diagnose(string title, TrainSettings settings, Diagnosis diagnosis)
    {
        var report = new HtmlReport(title);
        Func<string, string> say = Translator.Current.Say;
        if (diagnosis.IsHealthy)
            report.Say($"Healthy: nothing was found. Looked for: {string.Join(", ", diagnosis.Checked.Select(say))}.");
        foreach (var finding in diagnosis.Findings)
        {
            report.Heading($"{say(finding.Severity.ToString())}: {say(finding.Name)}").Say(finding.Summary);
            report.Table("Evidence", ["What", "Measured"], finding.Evidence.Select(one => (IReadOnlyList<string>)[say(one.Name), Number(one.Value)]));
            report.Drawing(finding.Plot().ToSvg(), finding.Summary, finding.Chart).Say($"Remedy: {finding.Remedy.Text}");
            if (finding.Effect is { } effect)
                report.Say($"Tried: {effect.Measure} {Number(effect.Before)} became {Number(effect.After)}.");
        }
        Settings(report, settings);
        return report.ToString();
    }

    /// <summary>A chart for each metric, with a curve for each training and one for its held-out rows.</summary>
    static Chart[] Charts(IReadOnlyList<(string Name, History History)> trainings)
    {
        const string HeldOut = "val_";
        var metrics = trainings.SelectMany(training => training.History.Metrics.Keys).Where(name => !name.StartsWith(HeldOut, StringComparison.Ordinal)).Distinct();
        return [.. metrics.Select(metric => new Chart(metric, "epoch", metric == "loss",
            [.. from training in trainings
                from name in new[] { metric, HeldOut + metric }
                where training.History.Metrics.ContainsKey(name)
                select new ChartLine(training.Name.Length == 0 ? name : $"{training.Name}: {name}", [.. training.History.Epochs.Select(epoch => epoch + 1.0)], training.History.Metrics[name])]))];
    }

    static void Confusion(HtmlReport report, ConfusionMatrix matrix)
    {
        var classes = Enumerable.Range(0, matrix.Classes.Count);
        report.Heading("Classes").Table("Rows of each class (down) by the class that they were taken for (across)", ["Class", .. matrix.Classes],
            classes.Select(truth => (IReadOnlyList<string>)[matrix.Classes[truth], .. classes.Select(predicted => Number(matrix[truth, predicted]))]));
    }

    static void Settings(HtmlReport report, TrainSettings settings, string heading = "Settings")
    {
        Func<string, string> say = Translator.Current.Say;
        (string Name, string Value)[] rows =
        [
            ("Data", settings.Data), ("Target", settings.Target), ("Task", say(settings.Task)), ("Layers", settings.Layers.Count == 0 ? say("none") : string.Join(", ", settings.Layers)),
            ("Activation", settings.Activation), ("Initialiser", settings.Initializer ?? say("default")), ("Optimiser", settings.Optimizer),
            ("Learning rate", settings.Schedule ?? (settings.LearningRate is { } rate ? Number(rate) : say("default"))), ("Loss", settings.Loss ?? say("default")),
            ("Epochs", Number(settings.Epochs)), ("Batch size", Number(settings.BatchSize)), ("Validation split", Number(settings.ValidationSplit)),
            ("Standardise", say(settings.Standardize ? "yes" : "no")), ("Left out", settings.Drop.Count == 0 ? say("nothing") : string.Join(", ", settings.Drop)),
            ("Seed", settings.Seed.ToString(CultureInfo.InvariantCulture)),
        ];
        report.Heading(heading).Table("Two trainings with the same settings on the same data give the same weights, bit by bit.", ["Setting", "Value"],
            rows.Select(row => (IReadOnlyList<string>)[say(row.Name), row.Value]));
    }

    static HtmlReport Epochs(HtmlReport report, History history)
    {
        int count = history.Epochs.Count, every = (count + MostRows - 1) / MostRows;
        string caption = every == 1 ? "All epochs" : $"Each {every}th of {count} epochs, and the last";
        return report.Heading("Epochs").Table(caption, ["Epoch", .. history.Metrics.Keys], Enumerable.Range(0, count).Where(epoch => epoch % every == 0 || epoch == count - 1)
            .Select(epoch => (IReadOnlyList<string>)[Number(history.Epochs[epoch] + 1), .. history.Metrics.Values.Select(values => epoch < values.Count ? Number(values[epoch]) : "")]));
    }

    static string Number(double value) => value.ToString("G6", Translator.Current.Culture);
}
