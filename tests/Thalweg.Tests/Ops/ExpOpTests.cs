using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class ExpOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Exp();

    protected override double Plain(double x) => Math.Exp(x);

    protected override double[] Far => [-1e4, 1e4, 0, -50, 5];
}
