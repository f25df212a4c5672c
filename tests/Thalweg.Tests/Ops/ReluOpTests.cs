using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class ReluOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Relu();

    protected override double Plain(double x) => double.IsNaN(x) ? x : Math.Max(0, x);

    protected override bool MakesFloating => false;

    [Fact]
    public void Gradient_at_the_kink_is_zero() => Assert.Equal(0, Gradient.Of(x => x.Relu())(Tensor.Scalar(0)).Item());
}
