using ScottPlot.Plottables;
using Thalweg.Schedules;

namespace Thalweg.Plots.Tests;

public class ScheduleFigureTests
{
    [Fact]
    public void Draws_the_rate_of_each_step()
    {
        var figure = new ExponentialDecay(0.1, 10, 0.5).Plot(50);
        var curve = figure.Panels.Single().GetPlottables<Scatter>().Single().Data.GetScatterPoints();
        Assert.Equal(50, curve.Count);
        Assert.Equal(0.05, curve[10].Y, 1e-12);
        Assert.Equal(49, curve[^1].X);
    }

    [Fact]
    public void Long_trainings_are_drawn_by_some_of_their_steps()
    {
        var figure = ScheduleFigure.Compare([("a", 0.1), ("b", new OneCycle(1, 1e6))], 1_000_000);
        var curves = figure.Panels.Single().GetPlottables<Scatter>().Select(curve => curve.Data.GetScatterPoints()).ToArray();
        Assert.Equal(2, curves.Length);
        Assert.InRange(curves[1].Count, 1000, 5000);
        Assert.Equal(999_999, curves[1][^1].X);
    }

    [Fact]
    public void Nothing_to_draw_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ScheduleFigure.Compare([], 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(0.1, 10).Plot(1));
    }
}
