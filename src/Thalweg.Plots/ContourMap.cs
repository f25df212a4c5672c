using ScottPlot;
using Thalweg.Descents;

namespace Thalweg.Plots;

/// <summary>Heights over a window of the plane, on a panel: lines of equal height, close together where it is low.</summary>
/// <remarks>
/// Levels are evenly spaced in log(h − h₀ + range / 1000), h₀ the least height: a valley a thousandth as deep as the window is high
/// still has lines in it.
/// </remarks>
static class ContourMap
{
    const int Levels = 18;

    static readonly Color Line = Color.FromHex("#B8B8B8");

    /// <summary>Draws the lines.</summary>
    /// <param name="panel">The panel, whose axes are set to the window.</param>
    /// <param name="heights">Element (i, j) is the height at row i from the bottom and column j from the left.</param>
    /// <param name="window">Where the heights lie.</param>
    /// <param name="least">The least height that is known; the least of the heights where it isn't given.</param>
    public static void Draw(Plot panel, double[,] heights, Window window, double? least = null)
    {
        var (rows, columns) = (heights.GetLength(0), heights.GetLength(1));
        var (low, range) = Range(heights, least);
        var points = new Coordinates3d[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double x = window.Left + (window.Right - window.Left) * j / (columns - 1);
                double y = window.Bottom + (window.Top - window.Bottom) * i / (rows - 1);
                double height = heights[i, j] - low;
                points[i, j] = new(x, y, Math.Log10((double.IsFinite(height) ? height : range) + 1e-3 * range));
            }
        }
        var lines = panel.Add.ContourLines(points, Levels);
        lines.LabelStyle.IsVisible = false;
        lines.LineWidth = 1;
        lines.LineColor = Line;
        panel.Axes.SetLimits(window.Left, window.Right, window.Bottom, window.Top);
    }

    /// <summary>The least height, and how far the greatest lies above it; of something flat, 1.</summary>
    static (double Low, double Range) Range(double[,] heights, double? least)
    {
        double[] finite = [.. heights.Cast<double>().Where(double.IsFinite)];
        double low = Math.Min(least ?? double.PositiveInfinity, finite.DefaultIfEmpty(0).Min());
        double range = finite.DefaultIfEmpty(1).Max() - low;
        return (low, range > 0 ? range : 1);
    }
}
