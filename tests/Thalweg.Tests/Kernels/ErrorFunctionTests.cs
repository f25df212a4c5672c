namespace Thalweg.Tests.Kernels;

public class ErrorFunctionTests
{
    [Fact]
    public void The_error_is_about_one_unit_in_the_last_place()
    {
        var points = Enumerable.Range(-3300, 6601).Select(i => i * 0.002).ToArray();
        var doubles = Tensor.From(points).Erf().ToArray<double>();
        var singles = Tensor.From(points.Select(x => (float)x).ToArray()).Erf().ToArray<float>();
        for (var i = 0; i < points.Length; i++)
        {
            var expected = Erf(points[i]);
            Assert.True(Math.Abs(doubles[i] - expected) <= 1e-15 + 1e-15 * Math.Abs(expected), $"erf {points[i]} is {doubles[i]}, not {expected}");
            expected = Erf((float)points[i]);
            Assert.True(Math.Abs(singles[i] - expected) <= 1.3e-7 * Math.Abs(expected), $"erf {points[i]} is {singles[i]}, not {expected}");
        }
    }

    [Fact]
    public void All_widths_give_the_same_bits()
    {
        var points = Tensor.From(Enumerable.Range(-3300, 6601).Select(i => i * 0.002).ToArray());
        Contracts.Widths.AssertSameBits(points.Erf);
        Contracts.Widths.AssertSameBits(points.Cast(DType.Float32).Erf);
    }

    /// <summary>By a series of positive terms, Abramowitz and Stegun 7.1.6; 1 beyond 6.</summary>
    static double Erf(double x)
    {
        if (Math.Abs(x) > 6)
        {
            return Math.Sign(x);
        }
        var (term, sum) = (x, x);
        for (var n = 1; n < 400; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    [Fact]
    public void The_ends_are_exact()
    {
        double[] ends = [0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e-300, 7];
        Assert.Equal([0, 1, -1, double.NaN, 2 / Math.Sqrt(Math.PI) * 1e-300, 1], Tensor.From(ends).Erf().ToArray<double>());
    }
}
