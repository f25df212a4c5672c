using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class RsqrtOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Rsqrt();

    protected override double Plain(double x) => 1 / Math.Sqrt(x);

    protected override double[] Points => [0.11, 0.37, 0.81, 1.3, 1.9, 2.7, 3.6];

    protected override double[] Far => [0, 1e4, -1];
}
