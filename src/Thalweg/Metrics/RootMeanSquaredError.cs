using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Square root of the mean of (expected − predicted)².</summary>
/// <example><code>
/// var metric = new RootMeanSquaredError();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 0.645497
/// </code></example>
[Named("root_mean_squared_error", "rmse")]
public sealed class RootMeanSquaredError : MeanMetric
{
    /// <inheritdoc/>
    public override Tensor Result() => base.Result().Sqrt();

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanSquaredError().PerSample(yTrue, yPred);
}
