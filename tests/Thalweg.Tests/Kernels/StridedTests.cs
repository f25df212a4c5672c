using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class StridedTests
{
    [Fact]
    public void Gathers_and_scatters_along_strides()
    {
        int[] x = [0, 1, 2, 3, 4, 5];
        var y = new int[6];
        Strided.Gather<int>(x, y, [3, 2], [1, 3], 0);
        Assert.Equal([0, 3, 1, 4, 2, 5], y);
        var back = new int[6];
        Strided.Scatter<int>(y, back, [3, 2], [1, 3], 0);
        Assert.Equal(x, back);
        var one = new int[1];
        Strided.Gather<int>(x, one, [], [], 4);
        Assert.Equal(4, one[0]);
        Strided.Scatter<int>([9], one, [], [], 0);
        Assert.Equal(9, one[0]);
        Strided.Gather<int>(x, [], [0, 2], [1, 3], 0);
        Assert.Equal([12, 4, 1], Strided.RowMajor([2, 3, 4]));
    }
}
