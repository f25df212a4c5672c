using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

public class SpecialFunctionsTests
{
    /// <summary>erf by a plain sum: its Taylor series, or the asymptotic fraction of its complement evaluated deeply.</summary>
    public static double Erf(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }
        if (Math.Abs(x) > 3)
        {
            var z = Math.Abs(x);
            var fraction = z;
            for (var n = 400; n >= 1; n--)
            {
                fraction = z + n / 2.0 / fraction;
            }
            return Math.Sign(x) * (1 - Math.Exp(-z * z) / (Math.Sqrt(Math.PI) * fraction));
        }
        var (term, sum) = (x, x);
        for (var n = 1; n < 200; n++)
        {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    [Theory]
    [InlineData(0.1, 0.1124629160182848922)]    // DLMF and tables: erf to 19 digits
    [InlineData(0.5, 0.5204998778130465377)]
    [InlineData(1.0, 0.8427007929497148693)]
    [InlineData(2.0, 0.9953222650189527342)]
    [InlineData(3.0, 0.9999779095030014146)]
    public void Erf_has_its_published_values(double x, double expected)
    {
        Near.Equal(expected, Tensor.Scalar(x, DType.Float64).Erf().Item(), 2e-16);
        Near.Equal(-expected, Tensor.Scalar(-x, DType.Float64).Erf().Item(), 2e-16);
        Near.Equal(expected, Erf(x), 1e-13);
    }

    [Fact]
    public void Every_function_keeps_its_relative_accuracy()
    {
        for (var exponent = -300; exponent < 3; exponent++)
        {
            foreach (var sign in (int[])[-1, 1])
            {
                var x = sign * 0.37 * Math.Pow(10, exponent);
                Relative(Math.Tanh(x), Tensor.Scalar(x, DType.Float64).Tanh().Item());
                Relative(Math.Abs(x) < 1e-4 ? x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4))) : Math.Exp(x) - 1, Tensor.Scalar(x, DType.Float64).Expm1().Item());
                if (x > -1)
                {
                    Relative(Math.Abs(x) < 1e-3 ? x * (1 - x * (0.5 - x * (1 / 3.0 - x * (0.25 - x * (0.2 - x / 6))))) : Math.Log(1 + x), Tensor.Scalar(x, DType.Float64).Log1p().Item());
                }
            }
        }
    }

    static void Relative(double expected, double actual)
    {
        if (expected != actual)
        {
            Near.Equal(1, actual / expected, 1e-12);
        }
    }
}
