using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>The nearest point of the probability simplex, y = max(0, x − τ) with Σ y = 1: like softmax, but with true zeros. Martins and Astudillo, 2016, arXiv 1602.02068.</summary>
/// <remarks>
/// Keras 3.15 adds up the running sums of the whole support where the paper takes the last one, so that its results add up
/// to less than 1 wherever more than one class is in the support. <see cref="AsKeras"/> gives Keras's numbers.
/// </remarks>
/// <param name="Axis">The axis along which the results add up to 1.</param>
/// <param name="AsKeras">Whether to compute τ as Keras does in place of the paper.</param>
[Named("sparsemax")]
public sealed record Sparsemax(int Axis = -1, bool AsKeras = false) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x)
    {
        x = x.Floating();
        var axis = x.Shape.Axis(Axis);
        var sorted = x.Sort(axis, descending: true);
        var running = sorted.CumSum(axis);
        var rank = (Tensor.Arange(x.Shape[axis]).Cast(x.DType) + 1).Reshape([x.Shape[axis], .. Enumerable.Repeat(1, x.Rank - axis - 1)]);
        var support = (sorted * rank + 1 > running).Cast(x.DType);
        var size = support.Sum(axis, keepDims: true);
        var sum = ((AsKeras ? running : sorted) * support).Sum(axis, keepDims: true);
        return (x - (sum - 1) / size).Relu();
    }
}
