using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Binary cross-entropy times (1 − pₜ)^γ, with pₜ the probability of what was expected: what is already right counts less.</summary>
/// <remarks>Lin et al., 2018, arXiv 1708.02002.</remarks>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// new BinaryFocalCrossentropy().Compute(y, predicted).Item()     // 0.170415
/// </code></example>
/// <param name="ApplyClassBalancing">Whether yes counts α and no 1 − α.</param>
/// <param name="Alpha">How much yes counts, α.</param>
/// <param name="Gamma">How fast what is right stops counting, γ.</param>
/// <param name="FromLogits">Whether predictions are scores before the sigmoid.</param>
/// <param name="LabelSmoothing">How far expected values are drawn towards ½.</param>
/// <param name="Axis">The axis of the mean.</param>
[Named("binary_focal_crossentropy")]
public sealed record BinaryFocalCrossentropy(
    bool ApplyClassBalancing = false, double Alpha = 0.25, double Gamma = 2, bool FromLogits = false, double LabelSmoothing = 0, int Axis = -1) : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "binary_focal_crossentropy");
        if (LabelSmoothing != 0)
        {
            expected = expected * (1 - LabelSmoothing) + 0.5 * LabelSmoothing;
        }
        var p = FromLogits ? predicted.Sigmoid() : predicted;
        var inside = p.Clip(Epsilon, 1 - Epsilon);
        var entropy = -(expected * inside.Log() + (1 - expected) * (1 - inside).Log());
        var right = expected * p + (1 - expected) * (1 - p);
        var losses = (1 - right).Pow(Gamma) * entropy;
        if (ApplyClassBalancing)
        {
            losses *= expected * Alpha + (1 - expected) * (1 - Alpha);
        }
        return losses.Mean(Axis);
    }
}
