using Thalweg.Activations;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Activations;

public class GeluTests : ActivationContract
{
    protected override string Name => "gelu";

    protected override double Plain(double x) => x * 0.5 * (1 + Kernels.SpecialFunctionsTests.Erf(x / Math.Sqrt(2)));

    protected override Activation From(ReferenceNode args) => new Gelu(args.Has("approximate") && args["approximate"].Flag);

    [Fact]
    public void The_approximate_form_stays_finite_with_its_gradient()
    {
        var (y, dx) = Gradient.ValueAndGradient(new Gelu(Approximate: true).Apply)(Tensor.Of(-3e38f, -1e4f, 0, 1e4f, 3e38f));
        Near.Equal([0, 0, 0, 1e4, 3e38f], y, 1e-6);
        Near.Equal([0, 0, 0.5, 1, 1], dx, 1e-6);
    }
}
