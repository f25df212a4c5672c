using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Square root of the mean of (expected − predicted)².</summary>
[Named("root_mean_squared_error", "rmse")]
public sealed class RootMeanSquaredError : MeanMetric
{
    /// <inheritdoc/>
    public override Tensor Result() => base.Result().Sqrt();

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanSquaredError().PerSample(yTrue, yPred);
}
