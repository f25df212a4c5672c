using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SinOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Sin();

    protected override double Plain(double x) => Math.Sin(x);

    protected override double[] Far => [-100, 100, 0];
}
