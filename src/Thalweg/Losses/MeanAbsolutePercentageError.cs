using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>100 times the mean over the last axis of |expected − predicted| / max(|expected|, 10⁻⁷).</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// new MeanAbsolutePercentageError().Compute(y, predicted).Item()     // 25
/// </code></example>
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
