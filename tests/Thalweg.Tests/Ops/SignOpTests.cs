using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SignOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Sign();

    protected override double Plain(double x) => double.IsNaN(x) ? x : Math.Sign(x);

    protected override bool MakesFloating => false;

    protected override bool HasGradient => false;
}
