using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = 0 up to −1, (x + 1) / 2 up to 1, then 1: the derivative of sparse_plus.</summary>
[Named("sparse_sigmoid")]
public sealed record SparseSigmoid : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Tensor.Where(x <= -1, 0, Tensor.Where(x < 1, (x + 1) * 0.5, 1));
}
