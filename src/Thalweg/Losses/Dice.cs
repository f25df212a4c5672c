using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>1 − 2 Σ y p / (Σ y + Σ p + 10⁻⁷): how little two areas overlap.</summary>
/// <remarks>Milletari et al., 2016, arXiv 1606.04797, with sums in place of squares, as Keras.</remarks>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// new Dice().Compute(y, predicted).Item()     // 0.28
/// </code></example>
/// <param name="Axis">The axes of the sums; all of them, the batch too, where none are given.</param>
[Named("dice")]
public sealed record Dice(IReadOnlyList<int>? Axis = null) : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "dice");
        int[] axes = [.. Axis ?? []];
        return 1 - (expected * predicted).Sum(axes) * 2 / (expected.Sum(axes) + predicted.Sum(axes) + Epsilon);
    }
}
