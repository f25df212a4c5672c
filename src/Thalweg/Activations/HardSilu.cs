using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = x · hard_sigmoid(x). Howard et al., 2019, arXiv 1905.02244.</summary>
[Named("hard_silu", "hard_swish")]
public sealed record HardSilu : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x * new HardSigmoid().Apply(x);
}
