using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers.Transformations;

public class GradientCentralizationTests
{
    [Fact]
    public void Each_unit_loses_the_mean_of_its_gradient()
    {
        Variable[] w = [new(Tensor.Zeros([2, 2], DType.Float64), "kernel"), new(Tensor.Of(0.0, 0), "bias")];
        new Sgd(1) { CentralizeGradients = true }.Apply(w, [Tensor.From(new double[,] { { 1, 5 }, { 3, 5 } }), Tensor.Of(1.0, 2)]);
        Near.Equal([1, 0, -1, 0], w[0].Value, 1e-15);
        Near.Equal([-1, -2], w[1].Value, 0);
    }
}
