using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of (ln(1 + expected) − ln(1 + predicted))², both at least 10⁻⁷.</summary>
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
