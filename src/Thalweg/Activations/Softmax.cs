using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>Probabilities along an axis, yᵢ = exp(xᵢ) / Σⱼ exp(xⱼ).</summary>
/// <param name="Axis">The axis along which the results add up to 1.</param>
[Named("softmax")]
public sealed record Softmax(int Axis = -1) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x.Softmax(Axis);
}
