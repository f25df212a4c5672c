using Thalweg.Descents;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Descents;

public class WindowTests
{
    [Fact]
    public void A_grid_runs_along_rows_from_bottom_to_top()
    {
        var grid = new Window(0, 2, -1, 1).Grid(3, 2);
        Near.Equal([0, -1, 1, -1, 2, -1, 0, 1, 1, 1, 2, 1], grid, 0);
        Assert.Equal([6, 2], grid.Shape);
    }
}
