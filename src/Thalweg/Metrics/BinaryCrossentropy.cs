using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of −y ln p − (1 − y) ln(1 − p).</summary>
/// <example><code>
/// var metric = new BinaryCrossentropy();
/// metric.Update(Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// metric.Result().Item()     // 0.510826
/// </code></example>
/// <param name="fromLogits">Whether predictions are scores before the sigmoid.</param>
/// <param name="labelSmoothing">How far expected values are drawn towards ½.</param>
[Named("binary_crossentropy", "bce")]
public sealed class BinaryCrossentropy(bool fromLogits = false, double labelSmoothing = 0) : MeanMetric
{
    internal bool FromLogits => fromLogits;

    internal double LabelSmoothing => labelSmoothing;

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.BinaryCrossentropy(fromLogits, labelSmoothing).PerSample(yTrue, yPred);
}
