using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class PositiveOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Positive();

    protected override double Plain(double x) => x > 0 ? 1 : 0;

    protected override bool MakesFloating => false;

    protected override bool HasGradient => false;

    protected override bool KeepsNaN => false;
}
