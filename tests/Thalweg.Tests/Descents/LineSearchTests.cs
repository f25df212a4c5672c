using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class LineSearchTests
{
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1)]
    [InlineData(1e3)]
    public void The_strong_Wolfe_conditions_hold(double first)
    {
        var cost = new CountedCost(x => (x - 2).Square().Sum() + x.Sin().Sum(), Tensor.Of(0.0));
        var (f, g) = cost.ValueAndGradient([0]);
        var found = LineSearch.Find(cost, [0], f, g, [1], first, 0.1);
        Assert.NotNull(found);
        Assert.True(found.Value.Cost <= f + 1e-4 * found.Value.Step * g[0]);
        Assert.True(Math.Abs(found.Value.Gradient[0]) <= 0.1 * Math.Abs(g[0]));
    }

    [Fact]
    public void Uphill_there_is_nothing_to_find()
    {
        var cost = new CountedCost(x => x.Square().Sum(), Tensor.Of(1.0));
        Assert.Null(LineSearch.Find(cost, [1], 1, [2], [1], 1, 0.9));
    }

    [Fact]
    public void A_step_into_infinity_is_taken_back()
    {
        var cost = new CountedCost(x => -(1 - x).Log().Sum() - x.Sum() * 3, Tensor.Of(0.0));
        var (f, g) = cost.ValueAndGradient([0]);
        Assert.InRange(LineSearch.Find(cost, [0], f, g, [1], 4, 0.5)!.Value.X[0], 0.1, 0.99);
    }
}
