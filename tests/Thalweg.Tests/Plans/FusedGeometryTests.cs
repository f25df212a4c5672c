using Thalweg.Plans;

namespace Thalweg.Tests.Plans;

public class FusedGeometryTests
{
    [Fact]
    public void Long_rows_are_runs()
    {
        var geometry = FusedGeometry.Of([5, 100], [Tensor.Zeros([5, 100]), Tensor.Zeros([100]), Tensor.Zeros([5, 1])]);
        Assert.Equal((5, 100), (geometry.Runs, geometry.Inner));
        Assert.Equal([false, false, true], geometry.Inputs.Select(input => input.IsSingle));
        Assert.Equal([200, 0, 2], Enumerable.Range(0, 3).Select(input => geometry.Offset(2, input)));
    }

    [Fact]
    public unsafe void Short_rows_are_written_out_as_one_run()
    {
        var geometry = FusedGeometry.Of([2, 3], [Tensor.Zeros([2, 3]), Tensor.Zeros([2, 1]), Tensor.Zeros([])]);
        Assert.Equal((1, 6), (geometry.Runs, geometry.Inner));
        Assert.Equal([false, false, true], geometry.Inputs.Select(input => input.IsSingle));
        float[] column = [7, 8];
        fixed (float* pointer = column)
        {
            var bases = stackalloc nint[] { 0, (nint)pointer, 0 };
            geometry.WriteOut(bases);
            Assert.Equal([7, 7, 7, 8, 8, 8], new ReadOnlySpan<float>((void*)bases[1], 6).ToArray());
        }
    }
}
