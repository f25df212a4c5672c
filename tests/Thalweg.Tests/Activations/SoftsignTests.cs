using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class SoftsignTests : ActivationContract
{
    protected override string Name => "softsign";

    protected override double Plain(double x) => x / (1 + Math.Abs(x));
}
