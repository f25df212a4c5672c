using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of |expected − predicted|.</summary>
[Named("mean_absolute_error", "mae")]
public sealed class MeanAbsoluteError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanAbsoluteError().PerSample(yTrue, yPred);
}
