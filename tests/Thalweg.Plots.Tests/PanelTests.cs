using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Thalweg.Plots.Tests;

public class PanelTests
{
    [Fact]
    public void A_logarithmic_panel_has_decades_on_its_vertical_axis()
    {
        using var linear = Panel.New("loss", "epoch");
        using var logarithmic = Panel.New("loss", "epoch", logarithmic: true, integers: true);
        Assert.IsType<NumericAutomatic>(linear.Axes.Left.TickGenerator);
        Assert.IsType<LogTicks>(logarithmic.Axes.Left.TickGenerator);
        Assert.True(Assert.IsType<NumericAutomatic>(logarithmic.Axes.Bottom.TickGenerator).IntegerTicksOnly);
    }

    [Fact]
    public void Numbers_are_written_alike_in_every_country()
    {
        using var plot = Panel.New("loss", "epoch");
        var ticks = Assert.IsType<NumericAutomatic>(plot.Axes.Left.TickGenerator);
        Assert.Equal("−1.5", ticks.LabelFormatter(-1.5));
    }

    [Fact]
    public void A_single_point_is_drawn_as_a_dot()
    {
        using var plot = Panel.New("loss", "epoch");
        Panel.Line(plot, [1], [2], SeriesStyle.Of(0));
        Panel.Line(plot, [1, 2], [2, 3], SeriesStyle.Of(0));
        Assert.Equal([true, false], plot.GetPlottables<Scatter>().Select(line => line.MarkerSize > 0));
    }

    [Fact]
    public void Circles_are_of_their_own_kind()
    {
        using var plot = Panel.New("loss", "epoch");
        Panel.Circles(plot, [new(1, 2), new(2, 3)], SeriesStyle.Of(0));
        Assert.Equal(2, Assert.Single(plot.GetPlottables<OpenCircles>()).Points.Count);
    }
}
