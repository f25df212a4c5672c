using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of (ln(1 + expected) − ln(1 + predicted))², both at least 10⁻⁷.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// new MeanSquaredLogarithmicError().Compute(y, predicted).Item()     // 0.0331954
/// </code></example>
[Named("mean_squared_logarithmic_error", "msle")]
public sealed record MeanSquaredLogarithmicError : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "mean_squared_logarithmic_error");
        return ((predicted.Max(Epsilon) + 1).Log() - (expected.Max(Epsilon) + 1).Log()).Square().Mean(axis: -1);
    }
}
