using Thalweg.Catalogs;
using Thalweg.Losses;

namespace Thalweg.Metrics;

/// <summary>How often a probability above a threshold means yes, and one up to it no.</summary>
/// <example><code>
/// var metric = new BinaryAccuracy();
/// metric.Update(Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// metric.Result().Item()     // 0.75
/// </code></example>
/// <param name="threshold">Above which probability the answer is yes.</param>
[Named("binary_accuracy")]
public sealed class BinaryAccuracy(double threshold = 0.5) : MeanMetric
{
    internal double Threshold => threshold;

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        (yPred, yTrue) = Ranks.Align(yPred.Floating(), yTrue);
        return yTrue.Equal((yPred > threshold).Cast(yPred.DType)).Cast(DType.Float32);
    }
}
