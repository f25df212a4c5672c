using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class Log1pOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Log1p();

    protected override double Plain(double x) => Math.Abs(x) < 1e-5 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x);

    protected override double[] Points => [-0.9, -0.5, -0.11, 0.37, 0.81, 1.3, 1.9, 2.7, 3.6];

    protected override double[] Far => [-1, 1e4, 0, 1e-12, -2];

    [Fact]
    public void Small_numbers_keep_their_digits() => Near.Equal(1, Tensor.Scalar(1e-12, DType.Float64).Log1p().Item() / 1e-12, 1e-11);
}
