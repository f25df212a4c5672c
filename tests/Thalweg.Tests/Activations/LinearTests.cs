using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class LinearTests : ActivationContract
{
    protected override string Name => "linear";

    protected override double Plain(double x) => x;

    protected override bool MakesFloating => false;
}
