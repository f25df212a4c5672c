using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>Continuously differentiable exponential linear unit, y = x above 0, α (e^(x/α) − 1) below. Barron, 2017, arXiv 1704.07483.</summary>
/// <param name="Alpha">The limit on the left, negated; not 0.</param>
[Named("celu")]
public sealed record Celu(double Alpha = 1) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Tensor.Where(x > 0, x, (Tensor.Where(x > 0, 0, x) / Alpha).Expm1() * Alpha);
}
