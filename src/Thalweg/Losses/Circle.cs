using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>Draws embeddings of one class together and those of others apart, each pair as far as it still needs.</summary>
/// <remarks>
/// With d = max(1 − xᵢ·xⱼ, 0): softplus(logsumexp over pairs of one class of −γ max(m + d, 0)(m − d) + logsumexp over the others of
/// γ max(1 + m − d, 0)(1 − m − d)). Embeddings have length 1. Sun et al., 2020, arXiv 2002.10857; as Keras.
/// </remarks>
/// <example><code>
/// var (y, predicted) = (Tensor.Of(0, 0, 1), Tensor.From(new float[,] { { 1, 0 }, { 0.8f, 0.6f }, { 0, 1 } }));
/// new Circle().Compute(y, predicted).Item()     // 3.20083
/// </code></example>
/// <param name="Gamma">The scale, γ.</param>
/// <param name="Margin">How far classes are to be apart, m.</param>
/// <param name="RemoveDiagonal">Whether an embedding isn't compared with itself.</param>
[Named("circle")]
public sealed record Circle(double Gamma = 80, double Margin = 0.4, bool RemoveDiagonal = true) : Loss
{
    const double Never = -1e30;

    /// <summary>Only embeddings that have a partner of their class count in a mean, as in Keras.</summary>
    protected override Tensor? Mask(Tensor yTrue) => Same(Labels(yTrue)).Any(axis: 1);

    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        yPred = yPred.Floating();
        var labels = Labels(yTrue);
        if (yPred.Rank != 2 || labels.Rank != 1 || labels.Size != yPred.Shape[0])
        {
            throw new ArgumentException($"circle: labels of shape {yTrue.Shape} don't fit embeddings of shape {yPred.Shape}; one class number for each row is expected.", nameof(yTrue));
        }
        var distance = (1 - yPred.MatMul(yPred.Transpose())).Relu();
        var (same, other) = (Same(labels), labels.ExpandDims(1).NotEqual(labels.ExpandDims(0)));
        var near = (distance + Margin).Relu() * (Margin - distance) * -Gamma;
        var far = (1 + Margin - distance).Relu() * (1 - Margin - distance) * Gamma;
        return (Tensor.Where(same, near, Never).LogSumExp(axis: 1) + Tensor.Where(other, far, Never).LogSumExp(axis: 1)).Softplus();
    }

    static Tensor Labels(Tensor yTrue) => yTrue.Rank == 2 && yTrue.Shape[1] == 1 ? yTrue.Squeeze(1) : yTrue;

    Tensor Same(Tensor labels)
    {
        var same = labels.ExpandDims(1).Equal(labels.ExpandDims(0));
        return RemoveDiagonal ? same.And(Tensor.Eye(labels.Size).Equal(0)) : same;
    }
}
