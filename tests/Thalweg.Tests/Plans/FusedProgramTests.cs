using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class FusedProgramTests
{
    static FusedProgram Program(double factor)
    {
        var graph = Tracer.Trace(inputs => [(inputs[0] * factor).Exp()], [Tensor.Zeros([5])]);
        ElementwiseFusion.Run(graph);
        return ((FusedOperation)graph.Instructions[0].Operation).Program;
    }

    [Fact]
    public void Programs_of_one_structure_are_equal_whatever_their_constants()
    {
        Assert.Equal(Program(2), Program(3));
        Assert.Equal(Program(2).GetHashCode(), Program(3).GetHashCode());
        var graph = Tracer.Trace(inputs => [(inputs[0] + 2).Exp()], [Tensor.Zeros([5])]);
        ElementwiseFusion.Run(graph);
        Assert.NotEqual(Program(2), ((FusedOperation)graph.Instructions[0].Operation).Program);
    }

    [Fact]
    public void Inputs_steps_and_outputs_are_numbered_in_order()
    {
        var program = Program(2);
        Assert.Equal(DType.Float32, program.Work);
        Assert.Equal([new FusedInput(false, false), new FusedInput(true, false)], program.Inputs);
        Assert.Equal([0, 1], program.Steps[0].Operands);
        Assert.Equal([2], program.Steps[1].Operands);
        Assert.Equal([3], program.Outputs);
        Assert.False(program.IsTruth(3));
    }
}
