using Thalweg.Descents.Minimisers;

namespace Thalweg.Tests.Descents.Minimisers;

public class OneDimensionTests
{
    [Fact]
    public void Brent_ends_within_its_evaluations()
    {
        var (_, _, evaluations, converged) = OneDimension.Brent(x => (x - 1) * (x - 1), 0, 3, 1e-10, 5);
        Assert.Equal((5, false), (evaluations, converged));
        Assert.False(OneDimension.GoldenSection(x => x, 0, 1, 1e-10, 5).Converged);
        Assert.Equal(1, OneDimension.Brent(x => (x - 1) * (x - 1), 0, 3, 1e-10, 100).X, 1e-7);
    }
}
