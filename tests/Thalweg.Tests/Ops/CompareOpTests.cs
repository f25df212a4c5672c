using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class CompareOpTests : BinaryContract
{
    protected override Tensor Run(Tensor a, Tensor b) => a < b;

    protected override double Plain(double a, double b) => a < b ? 1 : 0;

    protected override DType ResultOf(DType type) => DType.Bool;

    [Fact]
    public void Each_comparison_is_that_of_numbers()
    {
        double[] values = [-1, 0, 2, double.NaN, double.PositiveInfinity];
        foreach (var type in (DType[])[DType.Float32, DType.Float64])
        {
            foreach (var b in values)
            {
                var (x, y) = (Tensor.From(values).Cast(type), Tensor.Scalar(b, type));
                Near.Equal(values.Select(a => a < b ? 1.0 : 0).ToArray(), x < y, 0);
                Near.Equal(values.Select(a => a <= b ? 1.0 : 0).ToArray(), x <= y, 0);
                Near.Equal(values.Select(a => a > b ? 1.0 : 0).ToArray(), x > y, 0);
                Near.Equal(values.Select(a => a >= b ? 1.0 : 0).ToArray(), x >= y, 0);
                Near.Equal(values.Select(a => a == b ? 1.0 : 0).ToArray(), x.Equal(y), 0);
                Near.Equal(values.Select(a => a != b ? 1.0 : 0).ToArray(), x.NotEqual(y), 0);
            }
        }
    }

    [Fact]
    public void Takes_numbers()
    {
        var x = Tensor.Of(1, 2, 3);
        Near.Equal([1, 0, 0], x < 2, 0);
        Near.Equal([1, 1, 0], x <= 2, 0);
        Near.Equal([0, 0, 1], x > 2, 0);
        Near.Equal([0, 1, 1], x >= 2, 0);
        Near.Equal([0, 1, 0], x.Equal(2), 0);
        Near.Equal([1, 0, 1], x.NotEqual(2), 0);
        Near.Equal([0, 1, 1], x > 1.5, 0);
    }
}
