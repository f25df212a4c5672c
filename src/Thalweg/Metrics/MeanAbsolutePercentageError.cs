using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of 100 |expected − predicted| / |expected|.</summary>
[Named("mean_absolute_percentage_error", "mape")]
public sealed class MeanAbsolutePercentageError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanAbsolutePercentageError().PerSample(yTrue, yPred);
}
