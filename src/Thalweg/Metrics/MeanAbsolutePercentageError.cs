using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of 100 |expected − predicted| / |expected|.</summary>
/// <example><code>
/// var metric = new MeanAbsolutePercentageError();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 25
/// </code></example>
[Named("mean_absolute_percentage_error", "mape")]
public sealed class MeanAbsolutePercentageError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanAbsolutePercentageError().PerSample(yTrue, yPred);
}
