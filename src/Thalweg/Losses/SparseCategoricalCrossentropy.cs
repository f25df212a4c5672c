using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>−ln p of the expected class, given by its number.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1, 2), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// new SparseCategoricalCrossentropy().Compute(y, predicted).Item()     // 0.983056
/// </code></example>
/// <param name="FromLogits">Whether predictions are scores before the sigmoid or softmax; probabilities otherwise, kept 10⁻⁷ away from 0 and 1.</param>
/// <param name="IgnoreClass">A class number that doesn't count; none where it isn't given.</param>
/// <param name="Axis">The axis of the classes.</param>
[Named("sparse_categorical_crossentropy")]
public sealed record SparseCategoricalCrossentropy(bool FromLogits = false, int? IgnoreClass = null, int Axis = -1) : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var labels = ClassNumbers.Of(yTrue, yPred, Axis, "sparse_categorical_crossentropy");
        var logarithms = FromLogits
            ? yPred.LogSoftmax(Axis)
            : (yPred / yPred.Sum(Axis, keepDims: true)).Clip(Epsilon, 1 - Epsilon).Log();
        var axis = yPred.Shape.Axis(Axis);
        var chosen = labels.OneHot(yPred.Shape[axis], yPred.DType);
        if (axis != yPred.Rank - 1)
        {
            int[] order = [.. Enumerable.Range(0, axis), yPred.Rank - 1, .. Enumerable.Range(axis, yPred.Rank - 1 - axis)];
            chosen = chosen.Transpose(order);
        }
        var losses = -(chosen * logarithms).Sum(axis);
        return IgnoreClass is { } ignored ? Tensor.Where(labels.NotEqual(ignored), losses, 0) : losses;
    }

    /// <inheritdoc/>
    protected override Tensor? Mask(Tensor yTrue) => IgnoreClass is { } ignored ? yTrue.NotEqual(ignored) : null;
}
