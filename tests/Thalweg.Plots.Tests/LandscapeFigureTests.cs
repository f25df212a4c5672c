using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Optimizers;

namespace Thalweg.Plots.Tests;

public class LandscapeFigureTests
{
    [Fact]
    public void A_slice_has_a_panel_for_each_curve_and_a_mark()
    {
        var figure = LandscapeFigure.Slice([-1, 0, 1], [("intended", [2, 1, 2]), ("mistaken", [3, 1, 0])], "weight", marked: 0.5);
        Assert.Equal(2, figure.Panels.Count);
        string svg = figure.ToSvg();
        Assert.Contains("mistaken", svg, StringComparison.Ordinal);
        var circles = Assert.Single(figure.Panels[1].GetPlottables().OfType<OpenCircles>());
        Assert.Equal(0.5, circles.Points[0].Y, 1e-12);
    }

    [Fact]
    public void A_plane_with_a_path_shows_how_far_the_path_is_from_it()
    {
        var plane = WeightPlane.Principal(Descent.Run(new Rosenbrock(), optimizer: new Sgd(1e-3), steps: 12));
        var window = plane.Around();
        var figure = LandscapeFigure.Plane(new double[,] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, double.PositiveInfinity } }, window, plane);
        Assert.Equal(2, figure.Panels.Count);
        string svg = figure.ToSvg();
        Assert.Contains("% of the variance", svg, StringComparison.Ordinal);
        var limits = figure.Panels[0].Axes.GetLimits();
        Assert.Equal((window.Left, window.Top), (limits.Left, limits.Top));
    }

    [Fact]
    public void A_plane_alone_with_losses_below_zero()
    {
        var figure = LandscapeFigure.Plane(new double[,] { { 1, -2 }, { 4, 5 } }, new Window(-1, 1, -1, 1));
        Assert.Single(figure.Panels);
        Assert.DoesNotContain("logarithmic", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_drawn_is_explained()
    {
        Assert.Throws<ArgumentException>(() => LandscapeFigure.Slice([1, 2], [], "w"));
        Assert.Contains("'a' has 1 losses for 2 places", Assert.Throws<ArgumentException>(() => LandscapeFigure.Slice([1, 2], [("a", [1])], "w")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LandscapeFigure.Plane(new double[1, 3], new Window(-1, 1, -1, 1)));
    }
}
