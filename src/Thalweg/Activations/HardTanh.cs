using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = min(max(−1, x), 1). Gradient 0 at ±1.</summary>
[Named("hard_tanh")]
public sealed record HardTanh : Activation
{
    /// <inheritdoc/>
    public override (double Low, double High)? Bounds => (-1, 1);

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Tensor.Where((x > -1).And(x < 1), x, x.StopGradient().Clip(-1, 1));
}
