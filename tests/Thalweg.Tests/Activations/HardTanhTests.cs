using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class HardTanhTests : ActivationContract
{
    protected override string Name => "hard_tanh";

    protected override double Plain(double x) => double.IsNaN(x) ? x : Math.Clamp(x, -1, 1);

    protected override bool MakesFloating => false;
}
