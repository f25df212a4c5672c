using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = x · tanh(ln(1 + eˣ)). Misra, 2019, arXiv 1908.08681.</summary>
[Named("mish")]
public sealed record Mish : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x * x.Softplus().Tanh();
}
