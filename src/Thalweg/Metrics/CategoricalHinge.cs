using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of max(1 + greatest score of a wrong class − score of the right one, 0).</summary>
/// <example><code>
/// var metric = new CategoricalHinge();
/// metric.Update(Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.9
/// </code></example>
[Named("categorical_hinge")]
public sealed class CategoricalHinge : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.CategoricalHinge().PerSample(yTrue, yPred);
}
