using Thalweg.Activations;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Activations;

public class ThresholdTests : ActivationContract
{
    protected override string Name => "threshold";

    protected override double Plain(double x) => x > 0 ? x : 0;

    protected override Activation From(ReferenceNode args) => new Threshold(args.Number("threshold", 0), args.Number("default_value", 0));

    protected override bool KeepsNaN => false;

    protected override bool MakesFloating => false;
}
