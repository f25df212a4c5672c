using Thalweg.Lab.Book.Figures;

namespace Thalweg.Lab.Tests.Book.Figures;

public class VanishingFigureTests
{
    [Fact]
    public void With_sigmoids_the_gradient_of_the_first_layer_vanishes_and_with_he_and_relu_it_does_not()
    {
        var curves = VanishingFigure.Compute().Curves.ToDictionary(curve => curve.Name, curve => curve.Y);
        Assert.All(curves.Values, curve => Assert.Equal(10, curve.Count));
        Assert.True(curves["sigmoid, glorot_normal"][0] < 1e-3 * curves["sigmoid, glorot_normal"][^1]);
        Assert.InRange(curves["relu, he_normal"][0] / curves["relu, he_normal"][^1], 0.1, 10);
    }
}
