using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Optimizers;

namespace Thalweg.Plots.Tests;

public class DescentFigureTests
{
    [Fact]
    public void Draws_contours_paths_and_costs()
    {
        var race = Descent.Race(new Himmelblau(), [new Sgd(0.01), new Adam(0.3)], Tensor.Of(0.0, 0.0), steps: 40);
        var figure = DescentFigure.Of(race, ["gradient descent", "Adam"]);
        Assert.Equal(2, figure.Panels.Count);
        string svg = figure.ToSvg();
        Assert.Contains("gradient descent", svg, StringComparison.Ordinal);
        Assert.Contains("Himmelblau", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_without_a_window_is_shown_around_its_paths()
    {
        var figure = DescentFigure.Of([Descent.Run(x => x.Square().Sum(), Tensor.Of(3.0, 1), new Sgd(0.1), 10)]);
        var limits = figure.Panels[0].Axes.GetLimits();
        Assert.True(limits.Left < 0.5 && limits.Right > 3 && limits.Top > 1);
    }

    [Fact]
    public void What_cannot_be_drawn_is_explained()
    {
        Assert.Throws<ArgumentException>(() => DescentFigure.Of([]));
        Assert.Throws<ArgumentException>(() => DescentFigure.Of([Descent.Run(x => x.Square().Sum(), Tensor.Of(3.0), new Sgd(0.1), 3)]));
    }
}
