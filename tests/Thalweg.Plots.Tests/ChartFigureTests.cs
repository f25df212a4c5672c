using ScottPlot.Plottables;
using Thalweg.Descents;

namespace Thalweg.Plots.Tests;

public class ChartFigureTests
{
    static readonly Chart Losses = new("loss", "epoch", Logarithmic: true, [new("as it is", [1, 2, 3], [100, 10, double.NaN]), new("scaled", [1, 2, 3], [100, 1, 0.1])]);

    static ScottPlot.Coordinates[][] Curves(Figure figure, int panel = 0) => [.. figure.Panels[panel].GetPlottables<Scatter>().Select(curve => curve.Data.GetScatterPoints().ToArray())];

    [Fact]
    public void Logarithms_are_drawn_where_the_chart_says_so_and_gaps_stay()
    {
        var curves = Curves(ChartFigure.Of([Losses]));
        Assert.Equal([2, 1, double.NaN], curves[0].Select(point => point.Y));
        Assert.Equal(-1, curves[1][2].Y, 1e-12);
    }

    [Fact]
    public void A_logarithm_of_what_is_not_positive_is_not_asked_for() =>
        Assert.Equal([0, 1], Curves(ChartFigure.Of([Losses with { Lines = [new("a", [0, 1], [0, 1])] }]))[0].Select(point => point.Y));

    [Fact]
    public void The_horizontal_axis_can_be_logarithmic_too() =>
        Assert.Equal([-1, 2], Curves(ChartFigure.Of([Losses with { IsAxisLogarithmic = true, Lines = [new("a", [0.1, 100], [1, 2])] }]))[0].Select(point => point.X));

    [Fact]
    public void Lines_of_one_name_share_a_place_in_the_legend()
    {
        string svg = ChartFigure.Of([Losses, Losses with { Title = "again" }]).ToSvg();
        Assert.Equal(2, svg.Split("as it is").Length);
        Assert.Contains("again", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_places_have_names_and_many_have_numbers()
    {
        Chart Of(int n) => new("gradient", "layer", false, [new("a", [.. Enumerable.Range(0, n).Select(i => (double)i)], [.. Enumerable.Range(0, n).Select(i => (double)i)])], [.. Enumerable.Range(0, n).Select(i => $"layer_{i}")]);
        Assert.Contains("layer_1", ChartFigure.Of([Of(3)]).ToSvg(), StringComparison.Ordinal);
        string many = ChartFigure.Of([Of(9)]).ToSvg();
        Assert.DoesNotContain("layer_1", many, StringComparison.Ordinal);
        Assert.Contains("9: layer_8", many, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_draw_is_refused() => Assert.Throws<ArgumentException>(() => ChartFigure.Of([]));
}
