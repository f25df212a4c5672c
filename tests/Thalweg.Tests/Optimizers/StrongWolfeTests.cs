using Thalweg.Optimizers;

namespace Thalweg.Tests.Optimizers;

public class StrongWolfeTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(50)]
    public void Both_conditions_hold_where_it_ends(double first)
    {
        // f(t) = (t − 3)⁴ + t: from 0, downhill until about 2.37.
        static StrongWolfe.Point At(double t) => new(t, Math.Pow(t - 3, 4) + t, [], 4 * Math.Pow(t - 3, 3) + 1);
        var start = At(0);
        var (found, evaluations) = StrongWolfe.Search(At, start, first, 1, 1e-9);
        Assert.True(found.Cost <= start.Cost + 1e-4 * found.Step * start.Slope);
        Assert.True(Math.Abs(found.Slope) <= 0.9 * Math.Abs(start.Slope));
        Assert.InRange(evaluations, 1, 25);
    }
}
