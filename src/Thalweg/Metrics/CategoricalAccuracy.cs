using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often the most probable class is the expected one, given one-hot.</summary>
[Named("categorical_accuracy")]
public sealed class CategoricalAccuracy : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => yTrue.ArgMax(axis: -1).Equal(yPred.ArgMax(axis: -1)).Cast(DType.Float32);
}
