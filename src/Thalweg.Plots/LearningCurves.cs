using ScottPlot;
using Thalweg.Models;

namespace Thalweg.Plots;

/// <summary>
/// Learning curves: how the loss and the metrics changed from epoch to epoch, one panel each. A training's curve is a
/// plain line; the same on the validation data carries circles.
/// </summary>
public static class LearningCurves
{
    const string ValidationPrefix = "val_";
    const int CirclesPerCurve = 10;

    /// <summary>Largest over smallest loss from which a logarithmic scale shows more than a linear one.</summary>
    const double SpansDecades = 30;

    extension(History history)
    {
        /// <summary>Draws this training's loss and metrics, with those on the validation data if there were any.</summary>
        /// <example><code>history.Plot().SaveSvg("history.svg");</code></example>
        public Figure Plot() => Draw([("training", history)], validationHasOwnStyle: true);
    }

    /// <summary>
    /// Draws several trainings in the same panels. Each name has a colour and a line pattern of its own; trainings of
    /// the same name (repeats) share them.
    /// </summary>
    /// <param name="trainings">The trainings by their names in the legend.</param>
    /// <exception cref="ArgumentException">There is nothing to compare.</exception>
    public static Figure Compare(IReadOnlyList<(string Name, History History)> trainings)
    {
        ArgumentNullException.ThrowIfNull(trainings);
        if (trainings.Count == 0)
            throw new ArgumentException("There is no training to draw: give at least one.", nameof(trainings));
        return Draw(trainings, validationHasOwnStyle: false);
    }

    static Figure Draw(IReadOnlyList<(string Name, History History)> trainings, bool validationHasOwnStyle)
    {
        string[] names = [.. trainings.Select(training => training.Name).Distinct()];
        string[] metrics = [.. trainings.SelectMany(training => training.History.Metrics.Keys)
            .Where(metric => !metric.StartsWith(ValidationPrefix, StringComparison.Ordinal)).Distinct()];
        bool validated = trainings.Any(training => metrics.Any(metric => training.History.Metrics.ContainsKey(ValidationPrefix + metric)));

        var panels = new List<Plot>();
        foreach (string metric in metrics)
        {
            bool logarithmic = metric == "loss" && trainings.All(training => Positive(training.History, metric)) && Spans(trainings, metric);
            var panel = Panel.New(logarithmic ? $"{Words(metric)} (logarithmic)" : Words(metric), "epoch", logarithmic, integers: true);
            foreach (var (name, history) in trainings)
            {
                int index = Array.IndexOf(names, name);
                Curve(panel, history, metric, SeriesStyle.Of(index), logarithmic, circles: false);
                Curve(panel, history, ValidationPrefix + metric, SeriesStyle.Of(validationHasOwnStyle ? index + 1 : index), logarithmic, circles: true);
            }
            panels.Add(panel);
        }

        var legend = names.Select((name, index) => new LegendEntry(name, SeriesStyle.Of(index))).ToList();
        if (validated && validationHasOwnStyle)
            legend.Add(new LegendEntry("validation", SeriesStyle.Of(1), Circles: true));
        else if (validated)
            legend.Add(new LegendEntry("with circles: on the validation data", new SeriesStyle(Colors.Gray, LinePattern.Solid), Circles: true));
        return new Figure(panels, legend);
    }

    static void Curve(Plot panel, History history, string metric, SeriesStyle style, bool logarithmic, bool circles)
    {
        if (!history.Metrics.TryGetValue(metric, out var values) || values.Count == 0)
            return;
        double[] x = [.. history.Epochs.Take(values.Count).Select(epoch => epoch + 1.0)];
        double[] y = [.. values.Select(value => double.IsFinite(value) ? (logarithmic ? Math.Log10(value) : value) : double.NaN)];
        Panel.Line(panel, x, y, style, width: circles ? 1.2f : 2);
        if (!circles)
            return;
        int every = Math.Max(1, x.Length / CirclesPerCurve);
        var marked = Enumerable.Range(0, x.Length).Where(i => i % every == every / 2 && double.IsFinite(y[i]));
        Panel.Circles(panel, marked.Select(i => new Coordinates(x[i], y[i])), style);
    }

    static IEnumerable<double> Values(History history, string metric) =>
        new[] { metric, ValidationPrefix + metric }
            .SelectMany(name => history.Metrics.TryGetValue(name, out var values) ? values : [])
            .Where(double.IsFinite);

    static bool Positive(History history, string metric) => Values(history, metric).All(value => value > 0);

    static bool Spans(IReadOnlyList<(string Name, History History)> trainings, string metric)
    {
        double[] values = [.. trainings.SelectMany(training => Values(training.History, metric))];
        return values.Length > 0 && values.Max() / values.Min() >= SpansDecades;
    }

    static string Words(string metric) => metric.Replace('_', ' ');
}
