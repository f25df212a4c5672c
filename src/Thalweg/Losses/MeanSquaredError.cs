using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of (expected − predicted)².</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// new MeanSquaredError().Compute(y, predicted).Item()     // 0.416667
/// </code></example>
[Named("mean_squared_error", "mse")]
public sealed record MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "mean_squared_error");
        return (predicted - expected).Square().Mean(axis: -1);
    }
}
