using ScottPlot;

namespace Thalweg.Plots.Tests;

public class DepthsTests
{
    [Fact]
    public void The_lower_the_deeper()
    {
        var depths = new Depths();
        Assert.Equal(Colors.White, depths.GetColor(1));
        Assert.Equal(Colors.White, depths.GetColor(double.NaN));
        Assert.True(depths.GetColor(0).R < depths.GetColor(0.5).R && depths.GetColor(0.5).R < 255);
        Assert.Equal(depths.GetColor(0), depths.GetColor(-3));
    }
}
