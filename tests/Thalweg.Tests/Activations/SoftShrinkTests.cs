using Thalweg.Activations;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Activations;

public class SoftShrinkTests : ActivationContract
{
    protected override string Name => "soft_shrink";

    protected override double Plain(double x) => x > 0.5 ? x - 0.5 : x < -0.5 ? x + 0.5 : 0 * x;

    protected override Activation From(ReferenceNode args) => new SoftShrink(args.Number("threshold", 0.5));
}
