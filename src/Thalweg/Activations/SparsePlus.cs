using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = 0 up to −1, (x + 1)² / 4 up to 1, then x: softplus with a true zero.</summary>
[Named("sparse_plus")]
public sealed record SparsePlus : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Tensor.Where(x <= -1, 0, Tensor.Where(x < 1, (x.Clip(-1, 1) + 1).Square() * 0.25, x));
}
