using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class ShampooTests : OptimizerContract
{
    protected override Optimizer Brisk => new Shampoo("exponential_decay(0.2, 300, 0.5)");

    /// <summary>For g = diag(a, b) both sums are ε + diag(a², b²), so that the update is g / √(ε + g²).</summary>
    [Fact]
    public void A_diagonal_gradient_is_scaled_as_by_Adagrad()
    {
        var (optimizer, w) = (new Shampoo(1) { Epsilon = 1e-4 }, new Variable(Tensor.Zeros([2, 2], DType.Float64), "w"));
        optimizer.Apply([w], [Tensor.From(new double[,] { { 0.5, 0 }, { 0, -2 } })]);
        Near.Equal([-0.5 / Math.Sqrt(0.2501), 0, 0, 2 / Math.Sqrt(4.0001)], w.Value, 1e-4);
    }

    [Fact]
    public void Directions_are_whitened_and_not_only_axes()
    {
        // A gradient of rank 2 in any basis: with momentum 0 and the first step, the update is nearly orthogonal.
        var (optimizer, w) = (new Shampoo(1) { Epsilon = 1e-6, Momentum = 0 }, new Variable(Tensor.Zeros([2, 3], DType.Float64), "w"));
        optimizer.Apply([w], [Tensor.From(new double[,] { { 3, 1, -2 }, { 0.5, 2, 1 } })]);
        Near.Equal([1, 0, 0, 1], w.Value.MatMul(w.Value.SwapAxes()), 1e-3);
    }
}
