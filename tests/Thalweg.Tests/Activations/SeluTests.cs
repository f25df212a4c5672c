using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class SeluTests : ActivationContract
{
    protected override string Name => "selu";

    protected override double Plain(double x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1));
}
