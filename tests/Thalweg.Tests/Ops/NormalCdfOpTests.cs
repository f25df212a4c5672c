using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class NormalCdfOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.NormalCdf();

    protected override double Plain(double x) => 0.5 * (1 + Kernels.SpecialFunctionsTests.Erf(x / Math.Sqrt(2)));

    protected override double[] Far => [-1e4, 1e4, 0, 5.59, 5.61, -5.7];
}
