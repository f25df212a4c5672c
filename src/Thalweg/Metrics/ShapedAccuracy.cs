namespace Thalweg.Metrics;

/// <summary>The accuracy that the shapes ask for, chosen at the first batch: what <c>"accuracy"</c> means to a model.</summary>
/// <remarks>
/// As Keras resolves the name: one output unit means binary; labels with an axis less than the predictions, or of length 1
/// where the predictions have more, mean class numbers; everything else is one-hot.
/// </remarks>
sealed class ShapedAccuracy : MeanMetric
{
    static readonly BinaryAccuracy Binary = new();
    static readonly SparseCategoricalAccuracy Sparse = new();
    static readonly CategoricalAccuracy Categorical = new();

    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => For(yTrue.Shape, yPred.Shape).Values(yTrue, yPred);

    static MeanMetric For(Shape yTrue, Shape yPred)
    {
        if (yPred.Rank == 0 || yPred.Rank == 1 || yPred[^1] == 1)
        {
            return Binary;
        }
        return yTrue.Rank < yPred.Rank || yTrue[^1] == 1 ? Sparse : Categorical;
    }
}
