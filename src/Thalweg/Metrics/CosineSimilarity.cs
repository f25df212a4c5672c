using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean cosine of the angle between expected and predicted: 1 where they point the same way.</summary>
/// <example><code>
/// var metric = new CosineSimilarity();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 0.977898
/// </code></example>
/// <param name="axis">The axis of the vectors.</param>
[Named("cosine_similarity")]
public sealed class CosineSimilarity(int axis = -1) : MeanMetric
{
    internal int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => -new Losses.CosineSimilarity(axis).PerSample(yTrue, yPred);
}
