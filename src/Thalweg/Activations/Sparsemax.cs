using Thalweg.Catalogs;

namespace Thalweg.Activations;

/// <summary>The nearest point of the probability simplex, y = max(0, x − τ) with Σ y = 1: like softmax, but with true zeros. Martins and Astudillo, 2016, arXiv 1602.02068.</summary>
/// <param name="Axis">The axis along which the results add up to 1.</param>
[Named("sparsemax")]
public sealed record Sparsemax(int Axis = -1) : Activation
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor x)
    {
        x = x.Floating();
        var axis = x.Shape.Axis(Axis);
        var sorted = x.StopGradient().Sort(axis, descending: true);
        var rank = (Tensor.Arange(x.Shape[axis], x.DType) + 1).Reshape([x.Shape[axis], .. Enumerable.Repeat(1, x.Rank - axis - 1)]);
        var inSupport = sorted * rank + 1 > sorted.CumSum(axis);
        var size = inSupport.Sum(axis, keepDims: true).Cast(x.DType);
        var least = Tensor.Where(inSupport, sorted, double.PositiveInfinity).Min(axis, keepDims: true);
        // τ as a function of x, so that the gradient is that of the projection.
        var support = (x >= least).Cast(x.DType);
        var excess = ((x * support).Sum(axis, keepDims: true) - 1) / size;
        return (x - excess).Relu();
    }
}
