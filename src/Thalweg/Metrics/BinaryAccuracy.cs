using Thalweg.Catalogs;
using Thalweg.Losses;

namespace Thalweg.Metrics;

/// <summary>How often a probability above a threshold means yes, and one up to it no.</summary>
/// <param name="threshold">Above which probability the answer is yes.</param>
[Named("binary_accuracy")]
public sealed class BinaryAccuracy(double threshold = 0.5) : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        (yPred, yTrue) = Ranks.Align(yPred.Floating(), yTrue);
        return yTrue.Equal((yPred > threshold).Cast(yPred.DType)).Cast(DType.Float32);
    }
}
