using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class TrajectoryTests
{
    [Fact]
    public void Points_and_costs_from_the_start_on()
    {
        var path = Descent.Run(x => x.Sum(), Tensor.Of(1.0, 2), new Thalweg.Optimizers.Sgd(0.5), 3);
        Assert.Equal([4, 2], path.Points.Shape);
        Near.Equal([3, 2, 1, 0], path.Costs.ToArray(), 1e-15);
        Assert.Equal("sgd on custom: 3 steps, cost 3 → 0", path.ToString());
    }
}
