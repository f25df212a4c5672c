using Thalweg.Data.Csv;

namespace Thalweg.Data.Tests.Csv;

public class CellTallyTests
{
    [Fact]
    public void The_first_fault_of_each_kind_is_kept()
    {
        var tally = new CellTally();
        tally.CountNumber();
        tally.CountBoolean("true", 2);
        tally.CountText("x", 3);
        tally.CountText("y", 4);
        Assert.Equal((4, 1, 1), (tally.Present, tally.Numbers, tally.Booleans));
        Assert.Equal(new CellFault("true", 2), tally.NotNumber);
        Assert.Equal(new CellFault("x", 3), tally.NotBoolean);
    }

    [Fact]
    public void Tallies_of_pieces_add_up_with_lines_moved()
    {
        var (first, second) = (new CellTally(), new CellTally());
        first.CountNumber();
        second.CountText("x", 3);
        first.Append(second, firstLine: 10);
        Assert.Equal((2, 1), (first.Present, first.Numbers));
        Assert.Equal(new CellFault("x", 13), first.NotNumber);
    }
}
