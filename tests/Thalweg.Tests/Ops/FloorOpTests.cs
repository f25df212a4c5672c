using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class FloorOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Floor();

    protected override double Plain(double x) => Math.Floor(x);

    protected override bool MakesFloating => false;

    protected override bool HasGradient => false;
}
