using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>Sigmoid linear unit, y = x / (1 + e⁻ˣ).</summary>
[Named("silu", "swish")]
public sealed record Silu : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x * x.Sigmoid();
}
