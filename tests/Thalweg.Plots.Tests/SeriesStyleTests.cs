namespace Thalweg.Plots.Tests;

public class SeriesStyleTests
{
    [Fact]
    public void Six_neighbours_differ_in_colour_and_in_pattern()
    {
        var styles = Enumerable.Range(0, 6).Select(SeriesStyle.Of).ToArray();
        Assert.Equal(6, styles.Select(style => style.Color.ToHex()).Distinct().Count());
        Assert.Equal(6, styles.Select(style => style.Pattern.Name).Distinct().Count());
    }

    [Fact]
    public void The_pair_repeats_only_after_42() =>
        Assert.Equal(42, Enumerable.Range(0, 42).Select(i => (SeriesStyle.Of(i).Color.ToHex(), SeriesStyle.Of(i).Pattern.Name)).Distinct().Count());
}
