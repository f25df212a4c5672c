using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of |expected − predicted|.</summary>
/// <example><code>
/// var metric = new MeanAbsoluteError();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 0.5
/// </code></example>
[Named("mean_absolute_error", "mae")]
public sealed class MeanAbsoluteError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanAbsoluteError().PerSample(yTrue, yPred);
}
