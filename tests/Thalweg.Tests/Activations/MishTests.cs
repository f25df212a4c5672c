using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class MishTests : ActivationContract
{
    protected override string Name => "mish";

    protected override double Plain(double x) => x > 30 ? x : x * Math.Tanh(Math.Log(1 + Math.Exp(x)));
}
