using Thalweg.Layers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Layers;

public class ActivityPenaltiesTests
{
    [Fact]
    public void What_layers_compute_is_penalised_sample_by_sample_while_somebody_gathers()
    {
        var layer = new Dense(2) { KernelInitializer = "ones", ActivityRegularizer = "l1" };
        var (output, penalties) = ActivityPenalties.Of(() =>
        {
            // One that gathers by itself, within: its penalties are its own.
            Assert.Single(ActivityPenalties.Of(() => layer.Apply(Tensor.Ones([5, 3]))).Penalties);
            return layer.Apply(Tensor.Ones([5, 3]));
        });
        Assert.Equal([5, 2], output.Shape);
        Near.Equal(0.01 * 30 / 5, penalties.Single().Item(), 1e-7);
        Assert.Empty(ActivityPenalties.Of(() => new Dense(2).Apply(Tensor.Ones([5, 3]))).Penalties);
    }
}
