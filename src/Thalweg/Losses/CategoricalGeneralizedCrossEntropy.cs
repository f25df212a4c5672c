using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>(1 − p^q) / q of the expected class, given by its number: between cross-entropy (q → 0) and absolute error (q = 1), for wrong labels.</summary>
/// <remarks>
/// Zhang and Sabuncu, 2018, arXiv 1805.07836. Labels are (batch). Where they are a column, (batch, 1), Keras 3.15 pairs every label with
/// every prediction, and so does this class; <paramref name="PerLabel"/> takes each with its own, as a column is meant.
/// </remarks>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1, 2), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// new CategoricalGeneralizedCrossEntropy().Compute(y, predicted).Item()     // 0.716126
/// </code></example>
/// <param name="Q">Between 0 and 1: the greater, the less wrong labels matter.</param>
/// <param name="PerLabel">Whether a column of labels is taken as one for each prediction.</param>
[Named("categorical_generalized_cross_entropy")]
public sealed record CategoricalGeneralizedCrossEntropy(double Q = 0.5, bool PerLabel = false) : Loss
{
    /// <summary>Between 0 and 1: the greater, the less wrong labels matter.</summary>
    public double Q { get; init; } = Q is > 0 and < 1 ? Q : throw new ArgumentOutOfRangeException(nameof(Q), Q, "q is between 0 and 1.");

    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        yPred = yPred.Floating();
        var labels = ClassNumbers.Of(yTrue, yPred, -1, "categorical_generalized_cross_entropy");
        if (!PerLabel && yTrue.Rank == yPred.Rank)
        {
            labels = labels.ExpandDims(-1);
        }
        var p = (labels.OneHot(yPred.Shape[^1], yPred.DType) * yPred).Sum(axis: -1);
        return (1 - p.Pow(Q)) / Q;
    }
}
