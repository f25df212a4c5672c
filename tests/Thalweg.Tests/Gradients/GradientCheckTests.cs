namespace Thalweg.Tests.Gradients;

public class GradientCheckTests
{
    [Fact]
    public void A_right_gradient_passes()
    {
        var check = Gradient.Check(x => x.Sin() * x, Tensor.Of(0.3, -2));
        Assert.True(check.RelativeError < 1e-10, check.ToString());
        Assert.Equal([2], check.Analytic.Shape);
    }

    [Fact]
    public void A_wrong_gradient_is_found_and_shown()
    {
        // Half of the dependence is hidden from differentiation.
        var check = Gradient.Check(x => x * x.StopGradient(), Tensor.Of(0.5, 3));
        Assert.True(check.RelativeError > 0.1);
        Assert.Contains("by differences", check.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_exact() => Assert.Equal("exact", Gradient.Check(x => x, Tensor.Zeros([0])).ToString());

    [Fact]
    public void A_step_must_be_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => Gradient.Check(x => x, Tensor.Of(1.0), step: 0));
}
