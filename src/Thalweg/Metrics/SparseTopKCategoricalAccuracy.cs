using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often the expected class, given by its number, is among the k most probable ones.</summary>
/// <param name="k">How many.</param>
[Named("sparse_top_k_categorical_accuracy")]
public sealed class SparseTopKCategoricalAccuracy(int k = 5) : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) =>
        TopClasses.Hit((yTrue.Rank == yPred.Rank && yTrue.Shape[^1] == 1 ? yTrue.Squeeze(-1) : yTrue).Cast(DType.Int32), yPred, k);
}
