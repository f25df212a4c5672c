using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SquareOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Square();

    protected override double Plain(double x) => x * x;

    protected override bool MakesFloating => false;
}
