using ScottPlot.Plottables;
using Thalweg.Descents;

namespace Thalweg.Plots.Tests;

public class RangeTestFigureTests
{
    static readonly double[] Rates = [.. Enumerable.Range(0, 9).Select(i => Math.Pow(10, i - 8))];

    [Fact]
    public void The_loss_is_drawn_over_the_rates_logarithm_with_both_marks()
    {
        var figure = new LearningRateRange(Rates, [1, 1, 1, 0.9, 0.5, 0.3, 0.2, 0.9, 3], 1).Plot();
        var curve = figure.Panels.Single().GetPlottables<Scatter>().Single().Data.GetScatterPoints();
        Assert.Equal((-8, 1), (curve[0].X, curve[0].Y));
        Assert.Equal(2, figure.Panels.Single().GetPlottables<VerticalLine>().Count());
        string svg = figure.ToSvg();
        Assert.Contains("suggested: 0.0001", svg, StringComparison.Ordinal);
        Assert.Contains("diverged: 1", svg, StringComparison.Ordinal);
        Assert.Contains("learning rate", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Losses_over_decades_are_drawn_by_their_logarithm()
    {
        var figure = new LearningRateRange(Rates[..3], [100, 10, 0.1], null).Plot();
        Assert.Equal(-1, figure.Panels.Single().GetPlottables<Scatter>().Single().Data.GetScatterPoints()[2].Y, 1e-12);
        Assert.DoesNotContain("diverged", figure.ToSvg(), StringComparison.Ordinal);
    }
}
