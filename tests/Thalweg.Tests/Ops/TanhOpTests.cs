using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class TanhOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Tanh();

    protected override double Plain(double x) => Math.Tanh(x);

    protected override double[] Far => [-1e4, 1e4, 0, 1e-9, 0.624, 0.626, -0.626];
}
