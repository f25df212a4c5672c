using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often the most probable class is the expected one, given by its number.</summary>
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
