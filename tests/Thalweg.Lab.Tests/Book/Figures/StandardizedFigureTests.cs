using Thalweg.Lab.Book.Figures;

namespace Thalweg.Lab.Tests.Book.Figures;

public class StandardizedFigureTests
{
    [Fact]
    public void The_network_on_standardised_inputs_ends_far_lower()
    {
        var curves = StandardizedFigure.Compute().Curves.ToDictionary(curve => curve.Name, curve => curve.Y);
        Assert.Equal(100, curves["raw"].Count);
        Assert.True(curves["standardized"][^1] < 0.1 * curves["raw"][^1], $"{curves["standardized"][^1]} against {curves["raw"][^1]}");
    }
}
