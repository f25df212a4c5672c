using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class CeilingOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Ceiling();

    protected override double Plain(double x) => Math.Ceiling(x);

    protected override bool MakesFloating => false;

    protected override bool HasGradient => false;
}
