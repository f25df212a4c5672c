using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class FusedTilesTests
{
    [Fact]
    public unsafe void A_program_runs_over_contiguous_operands()
    {
        var graph = Tracer.Trace(inputs => [inputs[0] * 3 + inputs[1]], [Tensor.Zeros([600], DType.Float64), Tensor.Zeros([600], DType.Float64)]);
        ElementwiseFusion.Run(graph);
        var program = ((FusedOperation)graph.Instructions[0].Operation).Program;
        var (a, b, y, three) = (new double[600], new double[600], new double[600], new double[] { 3 });
        for (var i = 0; i < 600; i++)
        {
            (a[i], b[i]) = (i, 1000 - i);
        }
        fixed (double* pa = a, pb = b, py = y, pt = three)
        {
            var operands = stackalloc nint[] { (nint)pa, (nint)pt, (nint)pb, (nint)py };
            FusedTiles.Run(program, operands, 600);
        }
        Assert.Equal(a.Zip(b, (p, q) => p * 3 + q), y);
    }
}
