using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of max(1 − y p, 0)², for expected values y of ±1; where all are 0 or 1, 0 counts as −1.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, -1f, 1f), Tensor.Of(0.5f, -2f, -0.5f));
/// new SquaredHinge().Compute(y, predicted).Item()     // 0.833333
/// </code></example>
[Named("squared_hinge")]
public sealed record SquaredHinge : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "squared_hinge");
        return (1 - HingeLabels.Of(expected) * predicted).Relu().Square().Mean(axis: -1);
    }
}
