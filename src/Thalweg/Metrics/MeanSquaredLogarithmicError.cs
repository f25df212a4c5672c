using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of (ln(1 + expected) − ln(1 + predicted))².</summary>
/// <example><code>
/// var metric = new MeanSquaredLogarithmicError();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 0.0331954
/// </code></example>
[Named("mean_squared_logarithmic_error", "msle")]
public sealed class MeanSquaredLogarithmicError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.MeanSquaredLogarithmicError().PerSample(yTrue, yPred);
}
