using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>A smooth ramp, y = ln(1 + eˣ).</summary>
[Named("softplus")]
public sealed record Softplus : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x.Softplus();
}
