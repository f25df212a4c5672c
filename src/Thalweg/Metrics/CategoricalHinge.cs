using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean of max(1 + greatest score of a wrong class − score of the right one, 0).</summary>
[Named("categorical_hinge")]
public sealed class CategoricalHinge : MeanMetric
{
    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => new Losses.CategoricalHinge().PerSample(yTrue, yPred);
}
