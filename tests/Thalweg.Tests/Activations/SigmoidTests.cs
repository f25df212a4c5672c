using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class SigmoidTests : ActivationContract
{
    protected override string Name => "sigmoid";

    protected override double Plain(double x) => 1 / (1 + Math.Exp(-x));
}
