using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Minus the cosine of the angle between expected and predicted: −1 where they point the same way, 1 where opposite.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// new CosineSimilarity().Compute(y, predicted).Item()     // -0.977898
/// </code></example>
/// <param name="Axis">The axis of the vectors.</param>
[Named("cosine_similarity")]
public sealed record CosineSimilarity(int Axis = -1) : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "cosine_similarity");
        return -(UnitVectors.Of(expected, Axis) * UnitVectors.Of(predicted, Axis)).Sum(Axis);
    }
}
