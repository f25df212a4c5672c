using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class InstructionTests
{
    [Fact]
    public void An_instruction_runs_its_operation()
    {
        var graph = Tracer.Trace(inputs => [inputs[0] * 3], [Tensor.Of(2.0)]);
        var instruction = graph.Instructions[0].With([Tensor.Of(5.0), Tensor.Scalar(3, DType.Float64)]);
        instruction.Output.Buffer = Buffer.Allocate(DType.Float64, 1);
        instruction.Run();
        Assert.Equal(15, instruction.Output.Item());
    }
}
