using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class SiluTests : ActivationContract
{
    protected override string Name => "silu";

    protected override double Plain(double x) => x / (1 + Math.Exp(-x));
}
