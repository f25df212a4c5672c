using ScottPlot.Plottables;
using Thalweg.Descents;

namespace Thalweg.Plots.Tests;

public class GradientFlowFigureTests
{
    static FlowRecord Record(int step, params double[] norms)
    {
        var none = new Histogram([0, 1], [0], 0);
        return new FlowRecord(step, 1, [.. norms.Select((norm, i) => new LayerFlow($"layer_{i}", 1, norm, 10, 0.01, none, none, 1, 0, 0))], double.NaN);
    }

    [Fact]
    public void Maps_have_a_row_for_each_layer_and_a_column_for_each_step_in_logarithms()
    {
        var figure = GradientFlowFigure.Of([Record(0, 1e-5, 1), Record(50, 1e-4, 1), Record(100, 0, 1)]);
        Assert.Equal(2, figure.Panels.Count);
        var map = figure.Panels[0].GetPlottables<Heatmap>().Single();
        Assert.Equal((2, 3), (map.Intensities.GetLength(0), map.Intensities.GetLength(1)));
        Assert.Equal(-5, map.Intensities[0, 0], 1e-12);
        Assert.True(double.IsNaN(map.Intensities[0, 2]));
        Assert.Equal(-3, figure.Panels[1].GetPlottables<Heatmap>().Single().Intensities[1, 1], 1e-12);
        string svg = figure.ToSvg();
        Assert.Contains("layer_1", svg, StringComparison.Ordinal);
        Assert.Contains("update over weights", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_layer_in_a_single_step_is_drawn_too() => Assert.NotEmpty(GradientFlowFigure.Of([Record(0, 1)]).ToPng(300, 200));

    [Fact]
    public void Nothing_recorded_is_refused()
    {
        Assert.Contains("No gradient flow", Assert.Throws<ArgumentException>(() => new GradientFlow().Plot()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GradientFlowFigure.Of([new FlowRecord(0, 1, [], double.NaN)]));
    }
}
