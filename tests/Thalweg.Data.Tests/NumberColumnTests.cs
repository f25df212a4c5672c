namespace Thalweg.Data.Tests;

public class NumberColumnTests
{
    [Fact]
    public void Values_are_copied_from_the_caller()
    {
        double[] values = [1, 2];
        var column = new NumberColumn("x", values);
        values[0] = 9;
        Assert.Equal(1, column[0]);
    }

    [Fact]
    public void NaN_is_missing_and_has_no_text()
    {
        var column = new NumberColumn("x", 0.1, double.NaN);
        Assert.Equal((false, true), (column.IsMissing(0), column.IsMissing(1)));
        Assert.Equal(("0.1", null), (column.Format(0), column.Format(1)));
    }

    [Fact]
    public void Taken_rows_come_in_the_order_asked_for() =>
        Assert.Equal([3, 1, 1], new NumberColumn("x", 1, 2, 3).Take([2, 0, 0]).Values);
}
