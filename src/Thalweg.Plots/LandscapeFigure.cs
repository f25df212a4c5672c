using System.Globalization;
using ScottPlot;
using Thalweg.Descents;

namespace Thalweg.Plots;

/// <summary>Pictures of the loss around some weights: along a line, and over a plane with the path of a training in it.</summary>
public static class LandscapeFigure
{
    const int EndSize = 12;

    static readonly SeriesStyle PathStyle = SeriesStyle.Of(1);

    /// <summary>Losses along a line, one panel for each curve, since what is compared is their shape.</summary>
    /// <param name="places">The horizontal coordinates.</param>
    /// <param name="curves">The curves with their names, each with a loss for every place.</param>
    /// <param name="along">What runs along the horizontal axis: a weight, α.</param>
    /// <param name="marked">A place to mark on each curve: where the weights are.</param>
    /// <exception cref="ArgumentException">There is no curve, or one has another number of losses than there are places.</exception>
    /// <example><code>
    /// var losses = Landscape.Slice(loss, model.Weights[0], [3, 9], places);
    /// LandscapeFigure.Slice(places, [("loss", losses)], "kernel[3, 9]").SaveSvg("slice.svg");
    /// </code></example>
    public static Figure Slice(IReadOnlyList<double> places, IReadOnlyList<(string Name, IReadOnlyList<double> Losses)> curves, string along, double? marked = null)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0)
            throw new ArgumentException("There is no curve to draw: give at least one.", nameof(curves));
        if (curves.FirstOrDefault(curve => curve.Losses.Count != places.Count) is { Name: not null } other)
            throw new ArgumentException($"The curve '{other.Name}' has {other.Losses.Count} losses for {places.Count} places.", nameof(curves));

        double[] x = [.. places];
        return new Figure([.. curves.Select((curve, i) =>
        {
            var panel = Panel.New(curve.Name, along);
            Panel.Line(panel, x, [.. curve.Losses], SeriesStyle.Of(i), width: 2.2f);
            if (marked is { } place)
                Panel.Circles(panel, [new(place, At(x, curve.Losses, place))], SeriesStyle.Of(i));
            return panel;
        })], []);
    }

    /// <summary>Losses over a window of a plane, with contours; and the path that the plane was laid through, with its distance from it.</summary>
    /// <param name="losses">Element (i, j) at row i from the bottom and column j from the left, as <see cref="Landscape"/> gives them.</param>
    /// <param name="window">Where the losses lie.</param>
    /// <param name="plane">The plane with its path; none is drawn where it isn't given.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 × 2 losses.</exception>
    public static Figure Plane(double[,] losses, Window window, WeightPlane? plane = null)
    {
        ArgumentNullException.ThrowIfNull(losses);
        if (losses.GetLength(0) < 2 || losses.GetLength(1) < 2)
            throw new ArgumentException($"A plane needs at least 2 × 2 losses, but there are {losses.GetLength(0)} × {losses.GetLength(1)}.", nameof(losses));

        var map = Map(losses, window, plane);
        return plane is null ? new Figure([map], []) : new Figure([map, Distances(plane)], []);
    }

    static Plot Map(double[,] losses, Window window, WeightPlane? plane)
    {
        bool logarithmic = losses.Cast<double>().All(loss => loss > 0);
        var explained = plane?.VarianceExplained;
        var panel = Panel.New(logarithmic ? "loss (logarithmic)" : "loss", Axis("α", explained?.Right));
        panel.YLabel(Axis("β", explained?.Up), size: 14);
        panel.Axes.Left.Label.Bold = false;
        var shown = new double[losses.GetLength(0), losses.GetLength(1)];
        for (int i = 0; i < shown.GetLength(0); i++)
        {
            for (int j = 0; j < shown.GetLength(1); j++)
                shown[shown.GetLength(0) - 1 - i, j] = !double.IsFinite(losses[i, j]) ? double.NaN : logarithmic ? Math.Log10(losses[i, j]) : losses[i, j];
        }
        var heat = panel.Add.Heatmap(shown);
        heat.Colormap = new Depths();
        heat.Smooth = true;
        heat.Extent = new CoordinateRect(window.Left, window.Right, window.Bottom, window.Top);
        var scale = panel.Add.ColorBar(heat);
        scale.Axis.TickLabelStyle.FontSize = 12;
        if (logarithmic)
            scale.Axis.TickGenerator = new LogTicks();
        ContourMap.Draw(panel, losses, window);
        if (plane is not null)
        {
            double[] x = [.. plane.Path.Select(point => point.Alpha)], y = [.. plane.Path.Select(point => point.Beta)];
            Panel.Line(panel, x, y, PathStyle with { Pattern = LinePattern.Solid }, width: 2.2f);
            Panel.Circles(panel, x.Zip(y, (a, b) => new Coordinates(a, b)).Take(plane.Path.Count - 1), PathStyle);
            var end = panel.Add.Marker(x[^1], y[^1], MarkerShape.Asterisk, EndSize, Colors.Black);
            end.LineWidth = 2;
        }
        panel.Axes.SetLimits(window.Left, window.Right, window.Bottom, window.Top);
        return panel;
    }

    static Plot Distances(WeightPlane plane)
    {
        var panel = Panel.New("distance of the path from the plane", "record", integers: true);
        Panel.Line(panel, [.. plane.Path.Select((_, i) => (double)i)], [.. plane.Path.Select(point => point.Distance)], PathStyle with { Pattern = LinePattern.Solid });
        panel.Axes.AutoScale();
        panel.Axes.SetLimitsY(0, Math.Max(plane.Path.Max(point => point.Distance) * 1.06, 1e-12));
        return panel;
    }

    static string Axis(string name, double? part) =>
        part is { } explained ? string.Create(CultureInfo.InvariantCulture, $"{name}: {100 * explained:0.#} % of the variance") : name;

    /// <summary>The loss at a place, between its neighbours.</summary>
    static double At(double[] x, IReadOnlyList<double> y, double place)
    {
        int right = Math.Clamp(Array.FindIndex(x, other => other >= place), 1, x.Length - 1);
        double part = (place - x[right - 1]) / (x[right] - x[right - 1]);
        return y[right - 1] + part * (y[right] - y[right - 1]);
    }
}
