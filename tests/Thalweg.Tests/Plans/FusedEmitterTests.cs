using Thalweg.Plans;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Plans;

public class FusedEmitterTests
{
    [Fact]
    public void Loops_of_equal_structure_are_written_once()
    {
        static FusedProgram Program(double factor)
        {
            var graph = Tracer.Trace(inputs => [(inputs[0] * factor).Cos()], [Tensor.Zeros([5], DType.Float64)]);
            ElementwiseFusion.Run(graph);
            return ((FusedOperation)graph.Instructions[0].Operation).Program;
        }

        // Loops are kept by width: no other test may change it in between.
        Widths.Alone(() => Assert.Same(FusedEmitter.Loop(Program(2), 256), FusedEmitter.Loop(Program(3), 256)));
    }

    [Fact]
    public void Every_vector_width_gives_the_same_bits()
    {
        var x = (Tensor.Arange(100, DType.Float64) * 0.37).Sin().Cast(DType.Float32);
        Widths.AssertSameBits(() => Planned.Run(t => (t.Exp() - 1) / (t.Sigmoid() + t.Square()), x));
    }
}
