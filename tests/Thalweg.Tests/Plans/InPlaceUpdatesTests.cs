using Thalweg.Plans;
using Thalweg.Tests.Contracts;

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

    [Fact]
    public void Rows_are_written_where_a_variable_lies_unless_they_read_it()
    {
        var (x, y) = (new Variable(Tensor.Of(1f, 2f)), new Variable(Tensor.Of(3f, 4f)));
        List<string> Names(Action step)
        {
            var graph = Tracer.Trace(
                _ =>
                {
                    step();
                    return [];
                },
                []);
            InPlaceUpdates.Run(graph);
            return [.. graph.Instructions.Select(instruction => PlanText.OperationName(instruction.Operation))];
        }
        Assert.Single(Names(() => y.Assign(x.Value.Softmax())));
        Assert.Equal("Reshape.Copying", Names(() => y.Assign(y.Value.Softmax()))[^1]);
        Plan.Trace(_ =>
        {
            y.Assign(x.Value.Softmax());
            x.Assign(x.Value.LogSoftmax());
            return [];
        }).Run();
        Near.Equal([0.268941421369995, 0.731058578630005], y.Value, 1e-7);
        Near.Equal([-1.31326168751822, -0.313261687518223], x.Value, 1e-6);
    }
}
