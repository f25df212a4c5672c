using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class SoftplusTests : ActivationContract
{
    protected override string Name => "softplus";

    protected override double Plain(double x) => x > 30 ? x : Math.Log(1 + Math.Exp(x));
}
