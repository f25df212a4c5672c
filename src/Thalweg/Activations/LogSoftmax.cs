using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>The logarithms of probabilities along an axis, yᵢ = xᵢ − ln Σⱼ exp(xⱼ).</summary>
/// <param name="Axis">The axis along which the probabilities add up to 1.</param>
[Named("log_softmax")]
public sealed record LogSoftmax(int Axis = -1) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => x.LogSoftmax(Axis);
}
