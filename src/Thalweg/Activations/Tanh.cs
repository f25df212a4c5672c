using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>Hyperbolic tangent, between −1 and 1.</summary>
[Named("tanh")]
public sealed record Tanh : Activation
{
    /// <inheritdoc/>
    public override (double Low, double High)? Bounds => (-1, 1);

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x.Tanh();
}
