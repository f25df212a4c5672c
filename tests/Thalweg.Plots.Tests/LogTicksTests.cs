using ScottPlot;

namespace Thalweg.Plots.Tests;

public class LogTicksTests
{
    [Theory]
    [InlineData(-3.2, 0.5, "0.001 0.01 0.1 1")]
    [InlineData(-0.5, 0.5, "0.5 1 2")]
    [InlineData(-9, -6, "1e−9 1e−8 1e−7 1e−6")]
    [InlineData(4.9, 6.1, "1e5 2e5 5e5 1e6")]
    public void Labels_decades_and_where_few_are_in_sight_their_2_and_5(double min, double max, string labels) =>
        Assert.Equal(labels, string.Join(' ', Ticks(min, max).Where(tick => tick.IsMajor).Select(tick => tick.Label)));

    [Fact]
    public void Small_ticks_stand_at_2_to_9_times_a_decade() =>
        Assert.Equal(
            Enumerable.Range(2, 8).Select(digit => Math.Log10(digit)),
            Ticks(0, 3).Where(tick => !tick.IsMajor && tick.Position < 1).Select(tick => tick.Position));

    [Fact]
    public void A_diverged_training_does_not_drown_the_axis_in_labels() =>
        Assert.InRange(Ticks(-3, 300).Count(tick => tick.IsMajor), 3, 12);

    [Fact]
    public void An_axis_without_ends_has_no_ticks() => Assert.Empty(Ticks(double.NaN, double.PositiveInfinity));

    static Tick[] Ticks(double min, double max)
    {
        var ticks = new LogTicks();
        using var paint = Paint.NewDisposablePaint();
        ticks.Regenerate(new CoordinateRange(min, max), Edge.Left, new PixelLength(300), paint, new LabelStyle());
        return ticks.Ticks;
    }
}
