using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often the most probable class is the expected one, given one-hot.</summary>
/// <example><code>
/// var metric = new CategoricalAccuracy();
/// metric.Update(Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.5
/// </code></example>
[Named("categorical_accuracy")]
public sealed class CategoricalAccuracy : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => yTrue.ArgMax(axis: -1).Equal(yPred.ArgMax(axis: -1)).Cast(DType.Float32);
}
