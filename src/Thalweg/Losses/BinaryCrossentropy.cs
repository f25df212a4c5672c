using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Mean over an axis of −y ln p − (1 − y) ln(1 − p), for expected values y between 0 and 1.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// new BinaryCrossentropy().Compute(y, predicted).Item()     // 0.510826
/// </code></example>
/// <param name="FromLogits">Whether predictions are scores before the sigmoid or softmax; probabilities otherwise, kept 10⁻⁷ away from 0 and 1.</param>
/// <param name="LabelSmoothing">How far expected values are drawn towards ½: y (1 − s) + s / 2.</param>
/// <param name="Axis">The axis of the mean.</param>
[Named("binary_crossentropy", "bce")]
public sealed record BinaryCrossentropy(bool FromLogits = false, double LabelSmoothing = 0, int Axis = -1) : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "binary_crossentropy");
        if (LabelSmoothing != 0)
        {
            expected = expected * (1 - LabelSmoothing) + 0.5 * LabelSmoothing;
        }
        if (FromLogits)
        {
            // −y ln σ(x) − (1 − y) ln(1 − σ(x)) = ln(1 + eˣ) − xy, which can't overflow.
            return (predicted.Softplus() - predicted * expected).Mean(Axis);
        }
        var p = predicted.Clip(Epsilon, 1 - Epsilon);
        return (-(expected * p.Log() + (1 - expected) * (1 - p).Log())).Mean(Axis);
    }
}
