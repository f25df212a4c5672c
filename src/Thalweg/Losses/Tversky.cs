using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>1 − TP / (TP + α FN + β FP + 10⁻⁷) of areas: Dice with a price of its own for each kind of error.</summary>
/// <remarks>Salehi et al., 2017, arXiv 1706.05721, where α is the price of false positives; as Keras computes it, of false negatives.</remarks>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// new Tversky().Compute(y, predicted).Item()     // 0.28
/// </code></example>
/// <param name="Alpha">The price of what is missing, α.</param>
/// <param name="Beta">The price of what is wrongly there, β.</param>
/// <param name="Axis">The axes of the sums; all of them, the batch too, where none are given.</param>
[Named("tversky")]
public sealed record Tversky(double Alpha = 0.5, double Beta = 0.5, IReadOnlyList<int>? Axis = null) : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "tversky");
        int[] axes = [.. Axis ?? []];
        var both = (expected * predicted).Sum(axes);
        var wrong = ((1 - expected) * predicted).Sum(axes);
        var missing = (expected * (1 - predicted)).Sum(axes);
        return 1 - both / (both + missing * Alpha + wrong * Beta + Epsilon);
    }
}
