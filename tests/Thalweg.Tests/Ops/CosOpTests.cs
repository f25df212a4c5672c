using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class CosOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Cos();

    protected override double Plain(double x) => Math.Cos(x);

    protected override double[] Far => [-100, 100, 0];
}
