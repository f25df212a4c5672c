using System.Globalization;
using ScottPlot;
using Thalweg.Descents;

namespace Thalweg.Plots;

/// <summary>
/// The eigenvalues of a Hessian: how they are spread, on a logarithmic scale, the greatest and least one by one, and the curvature
/// that a learning rate bears at most.
/// </summary>
public static class SpectrumFigure
{
    const int Intervals = 600;

    /// <summary>The curve goes so many standard deviations of a bell beyond the last eigenvalues.</summary>
    const double Tails = 6;

    /// <summary>Densities below this part of the greatest aren't drawn.</summary>
    const double Floor = 1e-6;

    /// <summary>A bound farther off than so many widths of the spectrum is named in the legend, but would squeeze the curve.</summary>
    const double Farthest = 2;

    static readonly SeriesStyle Curve = SeriesStyle.Of(0), Single = SeriesStyle.Of(1) with { Pattern = LinePattern.Solid }, Bound = SeriesStyle.Of(2);

    /// <summary>Draws a spectrum.</summary>
    /// <param name="density">How the eigenvalues are spread, from <see cref="Curvature.Density"/>.</param>
    /// <param name="eigenvalues">Eigenvalues that are known one by one.</param>
    /// <param name="limit">A learning rate with its limit: what lies right of the line is too steep for it. Of a rule without preconditioner.</param>
    /// <example><code>
    /// var curvature = Curvature.Of(model, x, y);
    /// SpectrumFigure.Of(curvature.Density(), curvature.Eigenvalues(greatest: 5, least: 2).Values).SaveSvg("spectrum.svg");
    /// </code></example>
    public static Figure Of(SpectralDensity density, IReadOnlyList<double>? eigenvalues = null, StabilityLimit? limit = null)
    {
        ArgumentNullException.ThrowIfNull(density);
        eigenvalues ??= [];
        double least = density.Values.Concat(eigenvalues).Min(), greatest = density.Values.Concat(eigenvalues).Max();
        double width = greatest > least ? greatest - least : Math.Max(1, Math.Abs(greatest));
        double sigma = width / 120;

        var panel = Panel.New("eigenvalues of the Hessian", "curvature λ", logarithmic: true);
        panel.YLabel("density", size: 14);
        panel.Axes.Left.Label.Bold = false;
        double[] x = [.. Enumerable.Range(0, Intervals + 1).Select(i => least - Tails * sigma + (width + 2 * Tails * sigma) * i / Intervals)];
        double[] heights = [.. x.Select(value => density.At(value, sigma))];
        double top = heights.Max();
        double[] y = [.. heights.Select(height => height < Floor * top ? double.NaN : Math.Log10(height))];
        Panel.Line(panel, x, y, Curve);
        double bottom = Math.Log10(Floor * top);
        foreach (double value in eigenvalues)
        {
            var tick = panel.Add.Line(value, bottom, value, bottom + 0.9);
            tick.Color = Single.Color;
            tick.LineWidth = 1.6f;
            tick.MarkerSize = 0;
        }

        var legend = new List<LegendEntry> { new("density of all eigenvalues", Curve) };
        if (eigenvalues.Count > 0)
            legend.Add(new("eigenvalues, one by one", Single));
        double right = greatest + Tails * sigma;
        if (limit is not null && double.IsFinite(limit.Limit))
        {
            double borne = limit.Sharpness * limit.Limit / limit.LearningRate;
            string what = string.Create(CultureInfo.InvariantCulture, $"most that the learning rate {limit.LearningRate:g4} bears: {borne:g4}");
            bool isNear = borne <= greatest + Farthest * width;
            legend.Add(new(isNear ? what : what + ", far to the right", Bound));
            if (isNear)
            {
                var line = panel.Add.VerticalLine(borne, width: 2, color: Bound.Color);
                line.LinePattern = Bound.Pattern;
                right = Math.Max(right, borne + Tails * sigma);
            }
        }
        panel.Axes.SetLimits(least - Tails * sigma, right, bottom, Math.Log10(top) + 0.3);
        return new Figure([panel], legend);
    }
}
