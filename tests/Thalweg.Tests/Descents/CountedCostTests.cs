using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class CountedCostTests
{
    [Fact]
    public void Values_gradients_and_products_are_counted()
    {
        var cost = new CountedCost(x => x.Pow(3).Sum(), Tensor.Of(1.0, 2));
        Assert.Equal(9, cost.Value(cost.Start));
        Near.Equal([3, 12], cost.ValueAndGradient(cost.Start).Gradient, 1e-14);
        Near.Equal([6, 24], cost.HessianProduct(cost.Start, [1, 2]), 1e-14);
        Assert.Equal((2, 2), (cost.Evaluations, cost.GradientEvaluations));
        cost.Reached([0, 0]);
        Assert.Equal(2, cost.Result([0, 0], 0, null, MinimumStatus.Converged, 1).Path.Count);
    }
}
