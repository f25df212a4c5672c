using Thalweg.Lab.Book.Figures;

namespace Thalweg.Lab.Tests.Book.Figures;

public class AdamFigureTests
{
    [Fact]
    public void The_corrected_moment_is_the_gradient_and_the_one_fed_back_climbs_past_it()
    {
        var curves = AdamFigure.Compute().Curves.ToDictionary(curve => curve.Name, curve => curve.Y);
        Assert.All(curves["corrected"], value => Assert.Equal(1, value, 1e-12));
        Assert.All(curves["m"].Index(), step => Assert.Equal(1 - Math.Pow(0.9, step.Index + 1), step.Item, 1e-12));
        Assert.Equal(1 / 0.19, curves["fedback"][1], 1e-12);
        // It grows as long as 0.9 / (1 − 0.9ᵏ) is above 1.
        Assert.Equal(20, curves["fedback"].Index().MaxBy(step => step.Item).Index);
        Assert.True(curves["fedback"].Max() > 1000);
    }
}
