using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SigmoidOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Sigmoid();

    protected override double Plain(double x) => 1 / (1 + Math.Exp(-x));
}
