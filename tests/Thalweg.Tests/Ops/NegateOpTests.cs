using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class NegateOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => -x;

    protected override double Plain(double x) => -x;

    protected override bool MakesFloating => false;
}
