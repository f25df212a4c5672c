using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>Scaled exponential linear unit, y = 1.0507… · (x above 0, 1.6733… (eˣ − 1) below). Klambauer et al., 2017, arXiv 1706.02515.</summary>
[Named("selu")]
public sealed record Selu : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => new Elu(1.6732632423543772848170429916717).Apply(x) * 1.0507009873554804934193349852946;
}
