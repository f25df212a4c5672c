using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class FlowRecordTests
{
    [Fact]
    public void Ratios_put_layers_of_different_sizes_side_by_side()
    {
        var none = new Histogram([0, 1], [0], 0);
        var layer = new LayerFlow("dense", Parameters: 16, GradientNorm: 8, WeightNorm: 10, UpdateNorm: 0.1, none, none, 1, 0, 0);
        Assert.Equal(0.01, layer.UpdateRatio, 1e-15);
        Assert.Equal(2, layer.GradientRms);
    }
}
