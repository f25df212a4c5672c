using Thalweg.Lab.Descents;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Tests.Descents;

public class RaceLimitsTests
{
    static readonly Tensor Somewhere = Tensor.Of(-2.0, 1);

    [Theory]
    [InlineData("sgd", 0.2)]
    [InlineData("sgd(momentum=0.9)", 0.38)]
    [InlineData("sgd(0.3, momentum=0.9, nesterov=true)", 3.8 / 28)]
    [InlineData("adam(0.1)", 3.8e-7)]
    public void What_is_measured_agrees_with_the_formula(string rule, double expected)
    {
        var limits = RaceLimits.Of(Problems.Find("quadratic"), rule, Somewhere);
        Assert.Equal(10, limits.Sharpness, 1e-3);
        Assert.Equal(1, limits.Theoretical / expected, 1e-3);
        Assert.Equal(1, limits.Measured / expected, 5e-3);
        Assert.Equal([0, 0], limits.Optimum);
    }

    [Fact]
    public void Of_several_minima_the_nearest_counts() =>
        Assert.Equal([-3.7793, -3.2832], RaceLimits.Of(Problems.Find("himmelblau"), new Sgd(), Tensor.Of(-4.0, -4)).Optimum.Select(value => Math.Round(value, 4)));

    [Fact]
    public void Where_there_is_no_formula_it_may_still_be_measured()
    {
        var limits = RaceLimits.Of(Problems.Find("quadratic"), "adagrad", Somewhere);
        Assert.True(double.IsNaN(limits.Theoretical));
        Assert.InRange(limits.Measured, 0.0629, 0.0636);
    }

    [Fact]
    public void Without_a_minimum_nothing_is_measured()
    {
        var limits = RaceLimits.Of(Problems.Find("saddle"), new Sgd(), Somewhere);
        Assert.True(double.IsNaN(limits.Measured) && double.IsNaN(limits.Optimum[0]));
    }

    [Fact]
    public void Every_objective_has_limits()
    {
        foreach (string name in Problems.Names)
        {
            var objective = Problems.Find(name);
            var limits = RaceLimits.Of(objective, new Sgd(), objective.Start);
            bool isBowl = objective.Minimisers.Count > 0 && double.IsFinite(limits.Sharpness) && limits.Sharpness > 0;
            Assert.True(double.IsNaN(limits.Measured) != isBowl, $"{name}: {limits}");
        }
    }
}
