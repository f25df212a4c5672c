using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>y = ln(1 / (1 + e⁻ˣ)), exact where the sigmoid underflows.</summary>
[Named("log_sigmoid")]
public sealed record LogSigmoid : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => -(-x).Softplus();
}
