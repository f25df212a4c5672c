using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often the most probable class is the expected one, given by its number.</summary>
/// <example><code>
/// var metric = new SparseCategoricalAccuracy();
/// metric.Update(Tensor.Of(1, 2), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.5
/// </code></example>
[Named("sparse_categorical_accuracy")]
public sealed class SparseCategoricalAccuracy : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var labels = yTrue.Rank == yPred.Rank && yTrue.Shape[^1] == 1 ? yTrue.Squeeze(-1) : yTrue;
        return labels.Equal(yPred.ArgMax(axis: -1)).Cast(DType.Float32);
    }
}
