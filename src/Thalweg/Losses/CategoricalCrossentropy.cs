using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>−Σ y ln p over the classes, for expected probabilities y (one-hot as a rule).</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// new CategoricalCrossentropy().Compute(y, predicted).Item()     // 0.983056
/// </code></example>
/// <param name="FromLogits">Whether predictions are scores before the sigmoid or softmax; probabilities otherwise, kept 10⁻⁷ away from 0 and 1.</param>
/// <param name="LabelSmoothing">How far expected values are drawn towards the even distribution.</param>
/// <param name="Axis">The axis of the classes.</param>
[Named("categorical_crossentropy")]
public sealed record CategoricalCrossentropy(bool FromLogits = false, double LabelSmoothing = 0, int Axis = -1) : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "categorical_crossentropy");
        if (predicted.Rank == 0 || expected.Shape != predicted.Shape)
        {
            throw new ArgumentException($"categorical_crossentropy: expected values of shape {expected.Shape} and predictions of shape {predicted.Shape} must be equal. One-hot encode the labels, or use sparse_categorical_crossentropy for class numbers.", nameof(yTrue));
        }
        if (LabelSmoothing != 0)
        {
            expected = expected * (1 - LabelSmoothing) + LabelSmoothing / expected.Shape[expected.Shape.Axis(Axis)];
        }
        if (FromLogits)
        {
            return -(expected * predicted.LogSoftmax(Axis)).Sum(Axis);
        }
        var p = (predicted / predicted.Sum(Axis, keepDims: true)).Clip(Epsilon, 1 - Epsilon);
        return -(expected * p.Log()).Sum(Axis);
    }
}
