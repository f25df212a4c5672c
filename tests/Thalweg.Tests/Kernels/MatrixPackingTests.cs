using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public unsafe class MatrixPackingTests
{
    [Theory]
    [InlineData(8, false)]
    [InlineData(5, false)]
    [InlineData(8, true)]
    [InlineData(5, true)]
    public void Columns_lie_side_by_side_and_missing_ones_are_zero(int width, bool transposed)
    {
        const int k = 11;
        const int line = 20;
        var b = Enumerable.Range(1, line * line).Select(i => (float)i).ToArray();
        var y = Enumerable.Repeat(float.NaN, 8 * k).ToArray();
        fixed (float* pb = b, py = y)
        {
            MatrixPacking.Columns(pb, transposed ? 1 : line, transposed ? line : 1, py, 8, width, k);
        }
        for (var p = 0; p < k; p++)
        {
            for (var j = 0; j < 8; j++)
            {
                Assert.Equal(j >= width ? 0 : transposed ? b[j * line + p] : b[p * line + j], y[p * 8 + j]);
            }
        }
    }
}
