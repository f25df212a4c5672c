using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of (expected − predicted)².</summary>
[Named("mean_squared_error", "mse")]
public sealed class MeanSquaredError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanSquaredError().PerSample(yTrue, yPred);
}
