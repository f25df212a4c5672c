using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Optimizers;

public class SlotTests
{
    [Fact]
    public void What_is_set_counts_at_once_and_stays_when_the_step_does()
    {
        var slot = new Slot(new Variable(Tensor.Of(1.0), "momentum"));
        Near.Equal([3], slot.Set(m => m * 3), 0);
        Near.Equal([3], slot.Value, 0);
        Near.Equal([1], slot.Variable.Value, 0);
        slot.Forget();
        Near.Equal([1], slot.Value, 0);
        slot.Set(m => m + 1);
        slot.Commit();
        Near.Equal([2], slot.Variable.Value, 0);
    }
}
