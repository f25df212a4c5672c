using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>The logistic function, y = 1 / (1 + e⁻ˣ), between 0 and 1.</summary>
[Named("sigmoid")]
public sealed record Sigmoid : Activation
{
    /// <inheritdoc/>
    public override (double Low, double High)? Bounds => (0, 1);

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x.Sigmoid();
}
