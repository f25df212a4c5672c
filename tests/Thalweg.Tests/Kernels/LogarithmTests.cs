using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

public class LogarithmTests
{
    [Fact]
    public void Relative_error_is_within_two_units_in_the_last_place_also_beside_one()
    {
        for (var exponent = -300.0; exponent < 300; exponent += 0.37)
        {
            Check(Math.Pow(10, exponent));
            Check(1 + Math.Pow(2, -Math.Abs(exponent) / 8));
            Check(1 - Math.Pow(2, -1 - Math.Abs(exponent) / 8));
        }
        for (var exponent = -37.0; exponent < 38; exponent += 0.037)
        {
            var x = (float)Math.Pow(10, exponent);
            Assert.True(x == 1 || Math.Abs(Tensor.Scalar(x).Log().Item() / Math.Log(x) - 1) < 1.5e-7, $"{x:r}");
        }

        static void Check(double x)
        {
            if (x != 1)
            {
                Near.Equal(1, Tensor.Scalar(x, DType.Float64).Log().Item() / Math.Log(x), 4.5e-16);
            }
        }
    }

    [Fact]
    public void Ends_are_exact()
    {
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            Near.Equal(
                [0, double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NaN, double.NaN, double.NaN],
                Tensor.Of(1, 0, -0.0, double.PositiveInfinity, -1, double.NegativeInfinity, double.NaN).Cast(type).Log(), 0);
        }
        Near.Equal(Math.Log(1e-310), Tensor.Scalar(1e-310, DType.Float64).Log().Item(), 1e-15);
        Near.Equal(Math.Log(1e-40f), Tensor.Scalar(1e-40).Log().Item(), 1e-7);
    }
}
