using Thalweg.Catalogs;

namespace Thalweg.Losses;

/// <summary>max(1 + greatest score of a wrong class − score of the right one, 0), for one-hot expected values.</summary>
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
