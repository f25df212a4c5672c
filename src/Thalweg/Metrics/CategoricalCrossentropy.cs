using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of −Σ y ln p over the classes.</summary>
/// <example><code>
/// var metric = new CategoricalCrossentropy();
/// metric.Update(Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.983056
/// </code></example>
/// <param name="fromLogits">Whether predictions are scores before the softmax.</param>
/// <param name="labelSmoothing">How far expected values are drawn towards the even distribution.</param>
/// <param name="axis">The axis of the classes.</param>
[Named("categorical_crossentropy")]
public sealed class CategoricalCrossentropy(bool fromLogits = false, double labelSmoothing = 0, int axis = -1) : MeanMetric
{
    internal bool FromLogits => fromLogits;

    internal double LabelSmoothing => labelSmoothing;

    internal int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.CategoricalCrossentropy(fromLogits, labelSmoothing, axis).PerSample(yTrue, yPred);
}
