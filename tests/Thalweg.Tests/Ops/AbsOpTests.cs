using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class AbsOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Abs();

    protected override double Plain(double x) => Math.Abs(x);

    protected override bool MakesFloating => false;

    [Fact]
    public void Gradient_at_the_kink_is_zero() => Assert.Equal(0, Gradient.Of(x => x.Abs())(Tensor.Scalar(0)).Item());
}
