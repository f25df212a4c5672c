using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = eˣ.</summary>
[Named("exponential")]
public sealed record Exponential : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x.Exp();
}
