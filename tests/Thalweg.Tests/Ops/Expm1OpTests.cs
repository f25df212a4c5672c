using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class Expm1OpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Expm1();

    protected override double Plain(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1;

    protected override double[] Far => [-1e4, 1e4, 0, 1e-12, -1e-9, 3];

    [Fact]
    public void Small_numbers_keep_their_digits() => Near.Equal(1, Tensor.Scalar(1e-12, DType.Float64).Expm1().Item() / 1e-12, 1e-11);
}
