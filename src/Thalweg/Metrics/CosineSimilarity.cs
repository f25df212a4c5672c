using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean cosine of the angle between expected and predicted: 1 where they point the same way.</summary>
/// <param name="axis">The axis of the vectors.</param>
[Named("cosine_similarity")]
public sealed class CosineSimilarity(int axis = -1) : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => -new Losses.CosineSimilarity(axis).PerSample(yTrue, yPred);
}
