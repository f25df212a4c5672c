using Thalweg.Activations;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Activations;

public class LeakyReluTests : ActivationContract
{
    protected override string Name => "leaky_relu";

    protected override double Plain(double x) => x > 0 ? x : 0.2 * x;

    protected override Activation From(ReferenceNode args) => new LeakyRelu(args.Number("negative_slope", 0.2));
}
