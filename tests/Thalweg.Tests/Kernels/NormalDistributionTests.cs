namespace Thalweg.Tests.Kernels;

public class NormalDistributionTests
{
    [Fact]
    public void The_error_in_single_precision_is_as_stated()
    {
        var points = Enumerable.Range(-4000, 8001).Select(i => i * 0.002f).ToArray();
        var exact = Tensor.From(points).Cast(DType.Float64).NormalCdf().ToArray<double>();
        var singles = Tensor.From(points).NormalCdf().ToArray<float>();
        for (var i = 0; i < points.Length; i++)
        {
            Assert.True(Math.Abs(singles[i] - exact[i]) <= 1.7e-7, $"Φ({points[i]}) is {singles[i]}, not {exact[i]}");
            Assert.InRange(singles[i], 0f, 1f);
        }
    }

    [Fact]
    public void The_ends_are_exact()
    {
        double[] ends = [0, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        Assert.Equal([0.5, 1, 0, double.NaN], Tensor.From(ends).NormalCdf().ToArray<double>());
        Assert.Equal([0.5f, 1, 0, float.NaN], Tensor.From(ends).Cast(DType.Float32).NormalCdf().ToArray<float>());
    }
}
