using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of |expected − predicted|.</summary>
[Named("mean_absolute_error", "mae")]
public sealed record MeanAbsoluteError : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "mean_absolute_error");
        return (predicted - expected).Abs().Mean(axis: -1);
    }
}
