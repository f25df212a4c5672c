namespace Thalweg.Losses;

/// <summary>Labels that are class numbers.</summary>
static class ClassNumbers
{
    /// <summary>One Int32 for each prediction, without a last axis of length 1.</summary>
    /// <exception cref="ArgumentException">The shapes don't fit.</exception>
    public static Tensor Of(Tensor yTrue, Tensor yPred, int axis, string name)
    {
        var labels = yTrue.Rank == yPred.Rank && yTrue.Rank > 0 && yTrue.Shape[^1] == 1 ? yTrue.Squeeze(-1) : yTrue;
        if (yPred.Rank == 0 || labels.Shape != yPred.Shape.Remove(axis))
        {
            throw new ArgumentException($"{name}: labels of shape {yTrue.Shape} don't fit predictions of shape {yPred.Shape}; one class number for each prediction is expected. For one-hot labels use categorical_crossentropy.", nameof(yTrue));
        }
        return labels.Cast(DType.Int32);
    }
}
