using ScottPlot.Plottables;
using Thalweg.Descents;

namespace Thalweg.Plots.Tests;

public class SpectrumFigureTests
{
    static readonly SpectralDensity Density = new([-0.5, 0, 0.1, 8], [0.1, 0.5, 0.3, 0.1]);

    [Fact]
    public void Shows_density_eigenvalues_and_what_a_rate_bears()
    {
        var figure = SpectrumFigure.Of(Density, [-0.5, 8], new StabilityLimit("2 / λ", 8, 0.25, 0.2));
        var panel = Assert.Single(figure.Panels);
        Assert.Equal(10, Assert.Single(panel.GetPlottables().OfType<VerticalLine>()).X, 1e-12);
        Assert.Equal(2, panel.GetPlottables().OfType<LinePlot>().Count());
        string svg = figure.ToSvg();
        Assert.Contains("learning rate 0.2 bears: 10", svg, StringComparison.Ordinal);
        Assert.Contains("one by one", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_far_away_does_not_squeeze_the_spectrum()
    {
        var figure = SpectrumFigure.Of(Density, limit: new StabilityLimit("2 / λ", 8, 0.25, 0.001));
        Assert.Empty(figure.Panels[0].GetPlottables().OfType<VerticalLine>());
        Assert.True(figure.Panels[0].Axes.GetLimits().Right < 9);
        Assert.Contains("bears: 2000", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_eigenvalue_alone() => Assert.NotEmpty(SpectrumFigure.Of(new SpectralDensity([0], [1])).ToSvg());
}
