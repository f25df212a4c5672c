using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of ln cosh(predicted − expected).</summary>
[Named("logcosh", "log_cosh_error")]
public sealed class LogCoshError : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.LogCosh().PerSample(yTrue, yPred);
}
