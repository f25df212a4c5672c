using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of ln cosh(predicted − expected): about e²/2 for small errors, |e| − ln 2 for large ones.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// new LogCosh().Compute(y, predicted).Item()     // 0.184632
/// </code></example>
[Named("log_cosh", "logcosh")]
public sealed record LogCosh : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "log_cosh");
        var error = predicted - expected;
        // ln cosh e = e + ln(1 + e^(−2e)) − ln 2, which can't overflow.
        return (error + (error * -2).Softplus() - Math.Log(2)).Mean(axis: -1);
    }
}
