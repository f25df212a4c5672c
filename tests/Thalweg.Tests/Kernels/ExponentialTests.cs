using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Kernels;

public class ExponentialTests
{
    [Fact]
    public void Relative_error_is_within_a_unit_in_the_last_place()
    {
        for (var x = -700.0; x < 700; x += 0.713)
        {
            Near.Equal(1, Tensor.Scalar(x, DType.Float64).Exp().Item() / Math.Exp(x), 4.5e-16);
        }
        for (var x = -87f; x < 88; x += 0.0713f)
        {
            Near.Equal(1, Tensor.Scalar(x).Exp().Item() / Math.Exp(x), 1.2e-7);
        }
    }

    [Fact]
    public void Ends_are_exact()
    {
        double[] ends = [0, double.NegativeInfinity, double.PositiveInfinity, double.NaN];
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            Near.Equal([1, 0, double.PositiveInfinity, double.NaN], Tensor.From(ends).Cast(type).Exp(), 0);
        }
        Near.Equal([0, double.PositiveInfinity, 1e-40f, 3.4e38f], Tensor.Of(-104f, 88.73f, -92.103403f, 88.722f).Exp(), 1e-3);
        Assert.InRange(Tensor.Scalar(-100).Exp().Item() / Math.Exp(-100), 0.97, 1.03);        // below the normal range: few digits, but not 0
        Assert.InRange(Tensor.Scalar(-740, DType.Float64).Exp().Item() / Math.Exp(-740), 0.9, 1.1);
    }
}
