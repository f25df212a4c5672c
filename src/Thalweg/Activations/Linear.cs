using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>No activation, y = x.</summary>
[Named("linear")]
public sealed record Linear : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x;
}
