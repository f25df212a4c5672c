using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class InPlaceUpdatesTests
{
    [Fact]
    public void New_values_are_written_last_and_where_the_old_ones_lie()
    {
        var (w, m) = (new Variable(Tensor.Ones([4])), new Variable(Tensor.Zeros([4])));
        var graph = Tracer.Trace(
            inputs =>
            {
                m.Assign(m.Value * 0.9 + inputs[0]);
                w.Assign(w.Value - m.Value * 0.1);
                return [inputs[0].CumSum()];
            },
            [Tensor.Zeros([4])]);
        ElementwiseFusion.Run(graph);
        var places = InPlaceUpdates.Run(graph);
        Assert.Equal(["CumSum", "Fused[Multiply Add Multiply Subtract]"], graph.Instructions.Select(instruction => PlanText.OperationName(instruction.Operation)));
        Assert.Equal(2, places.Count);
        Assert.All(places, place => Assert.Same(graph.Updates[place.Value], place.Key));
    }

    [Fact]
    public void A_value_that_something_waits_for_is_copied_at_the_end()
    {
        var w = new Variable(Tensor.Ones([4]));
        var graph = Tracer.Trace(
            _ =>
            {
                w.Assign(w.Value * 2);
                return [w.Value.CumSum()];
            },
            []);
        ElementwiseFusion.Run(graph);
        InPlaceUpdates.Run(graph);
        Assert.Equal(["Fused[Multiply]", "CumSum", "Reshape.Copying"], graph.Instructions.Select(instruction => PlanText.OperationName(instruction.Operation)));
    }
}
