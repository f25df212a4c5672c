using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class ErfOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Erf();

    protected override double Plain(double x) => Kernels.SpecialFunctionsTests.Erf(x);

    protected override double[] Far => [-1e4, 1e4, 0, 2.49, 2.51, -5.9, 6.1];
}
