using System.Globalization;
using ScottPlot;
using Thalweg.Descents;

namespace Thalweg.Plots;

/// <summary>A learning-rate range test: the loss as the rate grows, with the suggested rate and the one at which the loss diverged.</summary>
public static class RangeTestFigure
{
    const double SpansDecades = 30;

    extension(LearningRateRange range)
    {
        /// <summary>Draws the test.</summary>
        /// <example><code>model.FindLearningRate(x, y).Plot().SaveSvg("range.svg");</code></example>
        public Figure Plot()
        {
            ArgumentNullException.ThrowIfNull(range);
            double[] losses = [.. range.Losses.Select(loss => double.IsFinite(loss) ? loss : double.NaN)];
            double[] finite = [.. losses.Where(double.IsFinite)];
            bool logarithmic = finite.Length > 0 && finite.Min() > 0 && finite.Max() / finite.Min() >= SpansDecades;
            var panel = Panel.New(logarithmic ? "loss (logarithmic)" : "loss", "learning rate", logarithmic);
            panel.Axes.Bottom.TickGenerator = new LogTicks();
            Panel.Line(panel, [.. range.Rates.Select(Math.Log10)], [.. losses.Select(loss => logarithmic ? Math.Log10(loss) : loss)], SeriesStyle.Of(0), width: 2.5f);
            var legend = new List<LegendEntry> { new("loss before the step of that rate", SeriesStyle.Of(0)) };
            if (range.Suggested is { } suggested)
            {
                Vertical(panel, suggested, SeriesStyle.Of(2));
                legend.Add(new(string.Create(CultureInfo.InvariantCulture, $"suggested: {suggested:g2}"), SeriesStyle.Of(2)));
            }
            if (range.DivergedAt is { } diverged)
            {
                Vertical(panel, diverged, SeriesStyle.Of(1));
                legend.Add(new(string.Create(CultureInfo.InvariantCulture, $"diverged: {diverged:g2}"), SeriesStyle.Of(1)));
            }
            return new Figure([panel], legend);
        }
    }

    static void Vertical(Plot panel, double rate, SeriesStyle style)
    {
        var line = panel.Add.VerticalLine(Math.Log10(rate));
        line.Color = style.Color;
        line.LinePattern = style.Pattern;
        line.LineWidth = 2;
        line.LabelText = "";
    }
}
