using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class ExponentialTests : ActivationContract
{
    protected override string Name => "exponential";

    protected override double Plain(double x) => Math.Exp(x);
}
