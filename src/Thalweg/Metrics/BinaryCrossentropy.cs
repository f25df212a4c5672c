using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of −y ln p − (1 − y) ln(1 − p).</summary>
/// <param name="fromLogits">Whether predictions are scores before the sigmoid.</param>
/// <param name="labelSmoothing">How far expected values are drawn towards ½.</param>
[Named("binary_crossentropy", "bce")]
public sealed class BinaryCrossentropy(bool fromLogits = false, double labelSmoothing = 0) : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.BinaryCrossentropy(fromLogits, labelSmoothing).PerSample(yTrue, yPred);
}
