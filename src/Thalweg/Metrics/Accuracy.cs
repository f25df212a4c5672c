using Thalweg.Catalogs;
using Thalweg.Losses;

namespace Thalweg.Metrics;

/// <summary>How often predictions equal what was expected, element by element.</summary>
[Named("accuracy")]
public sealed class Accuracy : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        (yPred, yTrue) = Ranks.Align(yPred, yTrue);
        return yTrue.Equal(yPred).Cast(DType.Float32);
    }
}
