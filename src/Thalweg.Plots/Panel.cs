using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Thalweg.Plots;

/// <summary>One coordinate system of a figure, in the house style: a light grid, two axes, text that can be read.</summary>
static class Panel
{
    static readonly Color Ink = Color.FromHex("#222222");
    static readonly Color MajorGrid = Color.FromHex("#DDDDDD");
    static readonly Color MinorGrid = Color.FromHex("#F1F1F1");

    /// <summary>An empty panel.</summary>
    /// <param name="title">What is drawn, above the panel.</param>
    /// <param name="xLabel">What runs along the horizontal axis.</param>
    /// <param name="logarithmic">Whether vertical coordinates are decimal logarithms, and labelled as what they stand for.</param>
    /// <param name="integers">Whether only whole numbers have a place on the horizontal axis.</param>
    public static Plot New(string title, string xLabel, bool logarithmic = false, bool integers = false)
    {
        var plot = new Plot();
        PlotFont.ApplyTo(plot);
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;

        plot.Title(title, size: 16);
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = Ink;
        plot.XLabel(xLabel, size: 14);
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontSize = 13;
            axis.TickLabelStyle.ForeColor = Ink;
        }
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Bottom.Label.ForeColor = Ink;
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;

        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { LabelFormatter = Invariant, IntegerTicksOnly = integers };
        plot.Axes.Left.TickGenerator = logarithmic ? new LogTicks() : new NumericAutomatic { LabelFormatter = Invariant };
        plot.Grid.MajorLineColor = MajorGrid;
        if (logarithmic)
        {
            plot.Grid.YAxisStyle.MinorLineStyle.Color = MinorGrid;
            plot.Grid.YAxisStyle.MinorLineStyle.Width = 1;
        }
        plot.HideLegend();
        plot.Axes.Margins(horizontal: 0.02, vertical: 0.06);
        return plot;
    }

    /// <summary>Draws a line through points; not-a-number leaves a gap, and a single point is drawn as a dot.</summary>
    public static void Line(Plot plot, double[] x, double[] y, SeriesStyle style, float width = 2)
    {
        var line = plot.Add.Scatter(x, y);
        line.Color = style.Color;
        line.LineWidth = width;
        line.LinePattern = style.Pattern;
        line.MarkerSize = x.Length == 1 ? 7 : 0;
        line.MarkerShape = MarkerShape.FilledCircle;
    }

    /// <summary>Draws open circles on points.</summary>
    public static void Circles(Plot plot, IEnumerable<Coordinates> points, SeriesStyle style) =>
        plot.Add.Plottable(new OpenCircles([.. points], style.Color));

    static string Invariant(double value) => value.ToString("G6", CultureInfo.InvariantCulture).Replace('-', '−');
}
