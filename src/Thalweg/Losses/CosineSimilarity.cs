using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Minus the cosine of the angle between expected and predicted: −1 where they point the same way, 1 where opposite.</summary>
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
