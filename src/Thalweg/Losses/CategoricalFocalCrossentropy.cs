using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>−Σ α (1 − p)^γ y ln p over the classes: what is already right counts less.</summary>
/// <remarks>Lin et al., 2018, arXiv 1708.02002.</remarks>
/// <example><code>
/// var (y, predicted) = (Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// new CategoricalFocalCrossentropy().Compute(y, predicted).Item()     // 0.132768
/// </code></example>
/// <param name="Alpha">The factor α.</param>
/// <param name="Gamma">How fast what is right stops counting, γ.</param>
/// <param name="FromLogits">Whether predictions are scores before the softmax.</param>
/// <param name="LabelSmoothing">How far expected values are drawn towards the even distribution.</param>
/// <param name="Axis">The axis of the classes.</param>
[Named("categorical_focal_crossentropy")]
public sealed record CategoricalFocalCrossentropy(double Alpha = 0.25, double Gamma = 2, bool FromLogits = false, double LabelSmoothing = 0, int Axis = -1) : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "categorical_focal_crossentropy");
        if (LabelSmoothing != 0)
        {
            expected = expected * (1 - LabelSmoothing) + LabelSmoothing / predicted.Shape[predicted.Shape.Axis(Axis)];
        }
        var p = FromLogits ? predicted.Softmax(Axis) : predicted;
        p = (p / p.Sum(Axis, keepDims: true)).Clip(Epsilon, 1 - Epsilon);
        return -((1 - p).Pow(Gamma) * Alpha * expected * p.Log()).Sum(Axis);
    }
}
