using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of (expected − predicted)².</summary>
/// <example><code>
/// var metric = new MeanSquaredError();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 0.416667
/// </code></example>
[Named("mean_squared_error", "mse")]
public sealed class MeanSquaredError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanSquaredError().PerSample(yTrue, yPred);
}
