using Thalweg.Activations;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Activations;

public class HardShrinkTests : ActivationContract
{
    protected override string Name => "hard_shrink";

    protected override double Plain(double x) => Math.Abs(x) > 0.5 || double.IsNaN(x) ? x : 0;

    protected override bool MakesFloating => false;

    protected override Activation From(ReferenceNode args) => new HardShrink(args.Number("threshold", 0.5));
}
