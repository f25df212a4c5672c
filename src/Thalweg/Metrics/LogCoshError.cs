using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of ln cosh(predicted − expected).</summary>
/// <example><code>
/// var metric = new LogCoshError();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 0.184632
/// </code></example>
[Named("logcosh", "log_cosh_error")]
public sealed class LogCoshError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.LogCosh().PerSample(yTrue, yPred);
}
