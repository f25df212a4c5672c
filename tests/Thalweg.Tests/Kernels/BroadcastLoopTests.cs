using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class BroadcastLoopTests
{
    [Fact]
    public void Axes_that_all_walk_alike_are_merged()
    {
        var same = new BroadcastLoop([2, 3, 4], [2, 3, 4], [2, 3, 4]);
        Assert.Equal((24, 1), (same.Inner, same.Count));
        var row = new BroadcastLoop([2, 3, 4], [2, 3, 4], [4]);
        Assert.Equal((4, 6), (row.Inner, row.Count));
        Assert.Equal(20, row.Offset(0, 5));
        Assert.Equal(0, row.Offset(1, 5));
        var column = new BroadcastLoop([2, 3, 4], [2, 3, 1], [1]);
        Assert.Equal((4, 6), (column.Inner, column.Count));
        Assert.Equal((1, 5), (column.Reads(0), column.Offset(0, 5)));
        var number = new BroadcastLoop([], []);
        Assert.Equal((1, 1), (number.Inner, number.Count));
    }
}
