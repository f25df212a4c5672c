using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over the last axis of max(1 − y p, 0), for expected values y of ±1; where all are 0 or 1, 0 counts as −1.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, -1f, 1f), Tensor.Of(0.5f, -2f, -0.5f));
/// new Hinge().Compute(y, predicted).Item()     // 0.666667
/// </code></example>
[Named("hinge")]
public sealed record Hinge : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "hinge");
        return (1 - HingeLabels.Of(expected) * predicted).Relu().Mean(axis: -1);
    }
}
