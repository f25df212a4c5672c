using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = min(max(0, x + 3), 6) / 6: straight lines in place of the sigmoid. Gradient 0 at ±3.</summary>
[Named("hard_sigmoid")]
public sealed record HardSigmoid : Activation
{
    /// <inheritdoc/>
    public override (double Low, double High)? Bounds => (0, 1);

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => new Relu6().Apply(x + 3) / 6;
}
