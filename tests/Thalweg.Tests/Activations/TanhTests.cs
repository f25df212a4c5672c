using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class TanhTests : ActivationContract
{
    protected override string Name => "tanh";

    protected override double Plain(double x) => Math.Tanh(x);
}
