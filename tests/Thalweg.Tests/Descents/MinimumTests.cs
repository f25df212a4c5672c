using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class MinimumTests
{
    [Fact]
    public void Only_a_minimum_that_was_reached_has_converged()
    {
        Assert.True(Minimize.LBfgs(x => x.Square().Sum(), Tensor.Of(3.0)).Converged);
        Assert.False(Minimize.LBfgs(x => x.Square().Sum(), Tensor.Of(3.0), iterations: 0).Converged);
    }
}
