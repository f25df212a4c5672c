using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>max(1 + greatest score of a wrong class − score of the right one, 0), for one-hot expected values.</summary>
/// <example><code>
/// var (y, predicted) = (Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// new CategoricalHinge().Compute(y, predicted).Item()     // 0.9
/// </code></example>
[Named("categorical_hinge")]
public sealed record CategoricalHinge : Loss
{
    /// <inheritdoc/>
    public override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        var (expected, predicted) = Prepare(yTrue, yPred, "categorical_hinge");
        var right = (expected * predicted).Sum(axis: -1);
        var wrong = ((1 - expected) * predicted).Max(axis: -1);
        return (wrong - right + 1).Relu();
    }
}
