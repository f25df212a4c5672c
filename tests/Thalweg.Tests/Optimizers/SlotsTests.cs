using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class SlotsTests
{
    [Fact]
    public void A_slot_is_made_once_in_the_shape_and_under_the_path_of_its_weight()
    {
        var slots = new Slots(new Variable(Tensor.Of(1.0, 2), "kernel") { Path = "sequential/dense/kernel" }, new OptimizerState("adam").Register);
        Assert.Same(slots["velocity"], slots["velocity"]);
        var variable = Assert.Single(slots.Variables);
        Assert.Equal("adam/sequential_dense_kernel_velocity", variable.Path);
        Assert.Equal([2], variable.Shape);
        slots["velocity"].Set(v => v + 1);
        slots.Forget();
        slots.Commit();
        Near.Equal([0, 0], variable.Value, 0);
        slots["velocity"].Set(v => v + 1);
        slots.Commit();
        Near.Equal([1, 1], variable.Value, 0);
    }
}
