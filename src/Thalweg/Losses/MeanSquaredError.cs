using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of (expected − predicted)².</summary>
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
