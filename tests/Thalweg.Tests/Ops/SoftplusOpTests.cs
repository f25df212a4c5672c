using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Ops;

public class SoftplusOpTests : UnaryContract
{
    protected override Tensor Run(Tensor x) => x.Softplus();

    protected override double Plain(double x) => x > 30 ? x : Math.Log(1 + Math.Exp(x));
}
