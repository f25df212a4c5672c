using ScottPlot;
using ScottPlot.Plottables;
using Thalweg.Descents;

namespace Thalweg.Plots.Tests;

public class ContourMapTests
{
    static readonly Window Unit = new(-1, 1, 0, 4);

    [Fact]
    public void Heights_lie_where_the_window_says_and_axes_follow_it()
    {
        var plot = new Plot();
        ContourMap.Draw(plot, new double[,] { { 0, 1, 2 }, { 3, 4, double.NaN } }, Unit);
        var lines = Assert.IsType<ContourLines>(Assert.Single(plot.GetPlottables()));
        Assert.False(lines.LabelStyle.IsVisible);
        var limits = plot.Axes.GetLimits();
        Assert.Equal((-1, 1, 0, 4), (limits.Left, limits.Right, limits.Bottom, limits.Top));
        Assert.NotEmpty(plot.GetSvgXml(200, 200));
    }

    [Fact]
    public void A_flat_land_has_no_lines_but_can_be_drawn()
    {
        var plot = new Plot();
        ContourMap.Draw(plot, new double[,] { { 2, 2 }, { 2, 2 } }, Unit);
        Assert.NotEmpty(plot.GetSvgXml(200, 200));
    }
}
