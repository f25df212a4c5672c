using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = x − tanh x.</summary>
[Named("tanh_shrink")]
public sealed record TanhShrink : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x - x.Tanh();
}
