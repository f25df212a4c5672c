using Thalweg.Lab.Book.Figures;

namespace Thalweg.Lab.Tests.Book.Figures;

public class FlowersTests
{
    [Fact]
    public void A_hundred_and_fifty_flowers_of_three_kinds_have_four_measurements()
    {
        var (x, y) = Flowers.Load();
        Assert.Equal([150, 4], x.Shape);
        Assert.Equal([50.0, 50, 50], y.Sum(axis: 0).Cast(DType.Float64).ToArray<double>());
        var scaled = Flowers.Standardize(x);
        Assert.All(scaled.Mean(axis: 0).Cast(DType.Float64).ToArray<double>(), mean => Assert.Equal(0, mean, 1e-5));
        Assert.All(scaled.Std(axis: 0).Cast(DType.Float64).ToArray<double>(), deviation => Assert.Equal(1, deviation, 1e-5));
    }
}
