using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class TracerTests
{
    [Fact]
    public void Operations_reads_updates_and_questions_are_written_down()
    {
        var w = new Variable(Tensor.Of(1.0));
        var graph = Tracer.Trace(
            inputs =>
            {
                w.Assign(w.Value + inputs[0] * Recorder.Current!.Ask(() => 3, DType.Float64));
                return [w.Value];
            },
            [Tensor.Of(2.0)]);
        Assert.Equal(2, graph.Instructions.Count);
        Assert.Equal([w], graph.Reads.Keys);
        Assert.Same(graph.Outputs[0], graph.Updates[w]);
        Assert.Equal(3, graph.Questions.Single().Number());
        Assert.All(graph.Instructions, instruction => Assert.True(instruction.Output.Buffer.IsEmpty));
    }
}
