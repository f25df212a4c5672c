using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of −ln p of the expected class, given by its number.</summary>
/// <example><code>
/// var metric = new SparseCategoricalCrossentropy();
/// metric.Update(Tensor.Of(1, 2), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.983056
/// </code></example>
/// <param name="fromLogits">Whether predictions are scores before the softmax.</param>
/// <param name="ignoreClass">A class number whose loss is 0.</param>
/// <param name="axis">The axis of the classes.</param>
[Named("sparse_categorical_crossentropy")]
public sealed class SparseCategoricalCrossentropy(bool fromLogits = false, int? ignoreClass = null, int axis = -1) : MeanMetric
{
    internal bool FromLogits => fromLogits;

    internal int? IgnoreClass => ignoreClass;

    internal int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.SparseCategoricalCrossentropy(fromLogits, ignoreClass, axis).PerSample(yTrue, yPred);

    private protected override Tensor? Mask(Tensor yTrue) =>
        ignoreClass is { } ignored ? (yTrue.Rank > 1 && yTrue.Shape[^1] == 1 ? yTrue.Squeeze(-1) : yTrue).NotEqual(ignored) : null;
}
