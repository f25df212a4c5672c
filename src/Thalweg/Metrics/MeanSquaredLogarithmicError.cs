using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of (ln(1 + expected) − ln(1 + predicted))².</summary>
[Named("mean_squared_logarithmic_error", "msle")]
public sealed class MeanSquaredLogarithmicError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanSquaredLogarithmicError().PerSample(yTrue, yPred);
}
