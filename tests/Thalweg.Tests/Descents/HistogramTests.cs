using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class HistogramTests
{
    [Fact]
    public void Equal_bins_reach_from_the_least_to_the_greatest()
    {
        var histogram = Histogram.Linear([0, 1, 2, 3, 4, float.NaN, float.PositiveInfinity], bins: 4);
        Assert.Equal([0, 1, 2, 3, 4], histogram.Edges);
        Assert.Equal([1, 1, 1, 2], histogram.Counts);
        Assert.Equal((5, 2), (histogram.Total, histogram.Others));
    }

    [Fact]
    public void Equal_numbers_and_none_at_all_have_bins_too()
    {
        Assert.Equal(3, Histogram.Linear([5, 5, 5], bins: 2).Total);
        Assert.Equal((0, 1), (Histogram.Linear([float.NaN], bins: 2).Total, Histogram.Linear([float.NaN]).Others));
        Assert.Equal(0, Histogram.Linear([]).Total);
    }

    [Fact]
    public void Magnitudes_double_from_bin_to_bin()
    {
        var histogram = Histogram.Magnitudes([1, -1.5f, 0.25f, 0, float.NaN, 1e-30f, 1e30f]);
        Assert.Equal(2, histogram.Others);
        Assert.Equal(5, histogram.Total);
        int At(double value) => histogram.Counts[Enumerable.Range(0, 48).Last(i => histogram.Edges[i] <= value)];
        Assert.Equal((2, 1), (At(1), At(0.25)));
        Assert.Equal((1, 1), (histogram.Counts[0], histogram.Counts[^1]));
    }
}
