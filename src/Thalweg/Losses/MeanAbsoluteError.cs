using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of |expected − predicted|.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// new MeanAbsoluteError().Compute(y, predicted).Item()     // 0.5
/// </code></example>
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
