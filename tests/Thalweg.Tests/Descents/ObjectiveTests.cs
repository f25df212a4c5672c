using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class ObjectiveTests
{
    [Fact]
    public void A_function_of_ones_own_is_an_objective()
    {
        var bowl = Objective.From(x => x.Square().Sum(), Tensor.Of(1.0, 2), name: "bowl");
        Assert.Equal(("bowl", 0), (bowl.Name, bowl.SampleCount));
        Near.Equal([5, 25], bowl.Costs(Tensor.From(new double[,] { { 1, 2 }, { 3, 4 } })), 1e-15);
        Near.Equal([0, 0], ((Objective)(Func<Tensor, Tensor>)(x => x.Sum())).Start, 0);
    }

    [Fact]
    public void A_sum_over_samples_has_minibatches()
    {
        var data = Tensor.Of(1.0, 2, 6);
        var spread = Objective.From((x, samples) => (x - data.Gather(samples)).Square().Sum(), 3, Tensor.Of(0.0));
        Assert.Equal(41, spread.Cost(Tensor.Of(0.0)).Item());
        Assert.Equal(36, spread.Cost(Tensor.Of(0.0), Tensor.Of(2)).Item());
        Assert.Equal([2], spread.Costs(Tensor.Zeros([2, 1], DType.Float64)).Shape);
    }
}
