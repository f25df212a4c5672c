using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class RoundOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Round();

    protected override double Plain(double x) => Math.Round(x, MidpointRounding.ToEven);

    protected override bool MakesFloating => false;

    protected override bool HasGradient => false;

    protected override double[] Far => [0.5, 1.5, 2.5, -0.5, 1e4];
}
