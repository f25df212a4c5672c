using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>100 times the mean over the last axis of |expected − predicted| / max(|expected|, 10⁻⁷).</summary>
[Named("mean_absolute_percentage_error", "mape")]
public sealed record MeanAbsolutePercentageError : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "mean_absolute_percentage_error");
        return ((expected - predicted) / expected.Abs().Max(Epsilon)).Abs().Mean(axis: -1) * 100;
    }
}
