using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often the expected class, given one-hot, is among the k most probable ones.</summary>
/// <param name="k">How many.</param>
[Named("top_k_categorical_accuracy")]
public sealed class TopKCategoricalAccuracy(int k = 5) : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => TopClasses.Hit(yTrue.ArgMax(axis: -1), yPred, k);
}
