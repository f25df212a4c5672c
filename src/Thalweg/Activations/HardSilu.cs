using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = x · hard_sigmoid(x). As PyTorch, the gradient at ±3 is that of the inner piece, −½ and 1½. Howard et al., 2019, arXiv 1905.02244.</summary>
[Named("hard_silu", "hard_swish")]
public sealed record HardSilu : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Tensor.Where(x < -3, 0, Tensor.Where(x > 3, x, x * (x + 3) / 6));
}
