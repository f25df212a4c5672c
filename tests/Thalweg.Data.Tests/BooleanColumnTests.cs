namespace Thalweg.Data.Tests;

public class BooleanColumnTests
{
    static readonly BooleanColumn Flags = new("flag", true, null, false);

    [Fact]
    public void Cells_are_written_in_lower_case() =>
        Assert.Equal(["true", null, "false"], Enumerable.Range(0, 3).Select(Flags.Format));

    [Fact]
    public void As_numbers_they_are_0_1_and_NaN() => Assert.Equal([1, double.NaN, 0], Flags.ToNumbers().Values);

    [Fact]
    public void Taken_and_renamed_cells_keep_their_values()
    {
        var taken = Flags.Take([2, 2, 1]).Rename("other");
        Assert.Equal("other", taken.Name);
        Assert.Equal((false, false, null), (taken[0], taken[1], taken[2]));
        Assert.Equal(1, taken.MissingCount);
    }
}
