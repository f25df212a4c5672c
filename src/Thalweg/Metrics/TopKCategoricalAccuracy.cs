using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often the expected class, given one-hot, is among the k most probable ones.</summary>
/// <example><code>
/// var metric = new TopKCategoricalAccuracy(k: 2);
/// metric.Update(Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.5
/// </code></example>
/// <param name="k">How many.</param>
[Named("top_k_categorical_accuracy")]
public sealed class TopKCategoricalAccuracy(int k = 5) : MeanMetric
{
    internal int K => k;

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => TopClasses.Hit(yTrue.ArgMax(axis: -1), yPred, k);
}
