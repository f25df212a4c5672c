using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class Relu6Tests : ActivationContract
{
    protected override string Name => "relu6";

    protected override double Plain(double x) => double.IsNaN(x) ? x : Math.Clamp(x, 0, 6);

    protected override bool MakesFloating => false;
}
