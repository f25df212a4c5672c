using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>Exponential linear unit, y = x above 0, α (eˣ − 1) below. Clevert et al., 2016, arXiv 1511.07289.</summary>
/// <param name="Alpha">The limit on the left, negated.</param>
[Named("elu")]
public sealed record Elu(double Alpha = 1) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Tensor.Where(x > 0, x, Tensor.Where(x > 0, 0, x).Expm1() * Alpha);
}
