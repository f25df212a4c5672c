using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Activations;

public class TanhShrinkTests : ActivationContract
{
    protected override string Name => "tanh_shrink";

    protected override double Plain(double x) => x - Math.Tanh(x);
}
