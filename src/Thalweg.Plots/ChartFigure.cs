using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using Thalweg.Descents;

namespace Thalweg.Plots;

/// <summary>Charts as panels of one figure: lines of the same name look alike in all of them.</summary>
public static class ChartFigure
{
    const int MostCircles = 40, MostLabelLength = 12, MostLabels = 5;

    /// <summary>Draws charts side by side.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <example><code>ChartFigure.Of([new Chart("loss", "epoch", true, [new("adam", epochs, losses)])]).SaveSvg("loss.svg");</code></example>
    public static Figure Of(IReadOnlyList<Chart> charts)
    {
        ArgumentNullException.ThrowIfNull(charts);
        if (charts.Count == 0)
            throw new ArgumentException("There is no chart to draw: give at least one.", nameof(charts));
        string[] names = [.. charts.SelectMany(chart => chart.Lines).Select(line => line.Name).Distinct()];
        return new Figure([.. charts.Select(chart => Draw(chart, names))], [.. names.Select((name, i) => new LegendEntry(name, SeriesStyle.Of(i)))]);
    }

    static Plot Draw(Chart chart, string[] names)
    {
        bool logarithmic = chart.Logarithmic && chart.Lines.All(line => line.Y.All(value => !double.IsFinite(value) || value > 0));
        var panel = Panel.New(chart.Title, chart.Axis, logarithmic);
        panel.Axes.Title.Label.FontSize = 14;
        foreach (var line in chart.Lines)
        {
            var style = SeriesStyle.Of(Array.IndexOf(names, line.Name));
            double[] x = [.. line.X.Select(value => chart.IsAxisLogarithmic ? Math.Log10(value) : value)];
            double[] y = [.. line.Y.Select(value => !double.IsFinite(value) ? double.NaN : logarithmic ? Math.Log10(value) : value)];
            Panel.Line(panel, x, y, style);
            if (chart.Labels is not null && x.Length <= MostCircles)
                Panel.Circles(panel, x.Zip(y).Where(point => double.IsFinite(point.Second)).Select(point => new Coordinates(point.First, point.Second)), style);
        }
        if (chart.IsAxisLogarithmic)
            panel.Axes.Bottom.TickGenerator = new LogTicks();
        if (chart.Labels is { } labels)
        {
            // Many names don't fit side by side: numbers then, the ends of which are named.
            bool many = labels.Count > MostLabels;
            panel.Axes.Bottom.TickGenerator = new NumericManual(
                [.. labels.Select((_, i) => (double)i)], [.. labels.Select((label, i) => many ? (i + 1).ToString(CultureInfo.InvariantCulture) : Short(label))]);
            if (many)
                panel.XLabel($"{chart.Axis}, 1: {Short(labels[0])}, {labels.Count.ToString(CultureInfo.InvariantCulture)}: {Short(labels[^1])}", size: 14);
            panel.Axes.Margins(horizontal: 0.08, vertical: 0.08);
        }
        return panel;
    }

    static string Short(string label) => label.Length <= MostLabelLength ? label : label[..(MostLabelLength - 1)] + "…";
}
