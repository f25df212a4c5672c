using Thalweg.Descents;
using Thalweg.Descents.Checks;

namespace Thalweg.Tests.Descents.Checks;

public class LayerChartTests
{
    [Fact]
    public void A_number_of_each_layer_before_and_after()
    {
        var none = new Histogram([0, 1], [0], 0);
        FlowRecord Record(double norm) => new(0, 1, [new("a", 1, norm, 1, 1, none, none, 1, 0, 0), new("b", 1, 2 * norm, 1, 1, none, none, 1, 0, 0)], double.NaN);
        var chart = LayerChart.Of("gradient", layer => layer.GradientNorm, Record(1), "with relu", Record(10));
        Assert.Equal(["a", "b"], chart.Labels);
        Assert.Equal(["as it is", "with relu"], chart.Lines.Select(line => line.Name));
        Assert.Equal([10, 20], chart.Lines[1].Y);
        Assert.Single(LayerChart.Of("gradient", layer => layer.GradientNorm, Record(1), "with relu", null).Lines);
    }
}
