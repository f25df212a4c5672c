using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often the expected class, given by its number, is among the k most probable ones.</summary>
/// <example><code>
/// var metric = new SparseTopKCategoricalAccuracy(k: 2);
/// metric.Update(Tensor.Of(1, 2), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.5
/// </code></example>
/// <param name="k">How many.</param>
[Named("sparse_top_k_categorical_accuracy")]
public sealed class SparseTopKCategoricalAccuracy(int k = 5) : MeanMetric
{
    internal int K => k;

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) =>
        TopClasses.Hit((yTrue.Rank == yPred.Rank && yTrue.Shape[^1] == 1 ? yTrue.Squeeze(-1) : yTrue).Cast(DType.Int32), yPred, k);
}
