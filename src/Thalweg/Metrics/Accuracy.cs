using Thalweg.Catalogs;
using Thalweg.Losses;

namespace Thalweg.Metrics;

/// <summary>How often predictions equal what was expected, element by element.</summary>
/// <example><code>
/// var metric = new Accuracy();
/// metric.Update(Tensor.Of(0, 1, 2, 1), Tensor.Of(0, 2, 2, 1));
/// metric.Result().Item()     // 0.75
/// </code></example>
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
