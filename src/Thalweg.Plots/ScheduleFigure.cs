using Thalweg.Schedules;

namespace Thalweg.Plots;

/// <summary>Learning rates as curves over the steps.</summary>
public static class ScheduleFigure
{
    const int MostPoints = 2000;

    extension(Schedule schedule)
    {
        /// <summary>Draws the learning rate of the first steps.</summary>
        /// <example><code>new OneCycle(0.01, 1000).Plot(1000).SaveSvg("one_cycle.svg");</code></example>
        /// <param name="steps">How many steps.</param>
        /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
        public Figure Plot(long steps)
        {
            ArgumentNullException.ThrowIfNull(schedule);
            return Compare([(schedule.Name, schedule)], steps);
        }
    }

    /// <summary>Draws several schedules in one panel.</summary>
    /// <param name="schedules">The schedules by their names in the legend.</param>
    /// <param name="steps">How many steps.</param>
    /// <exception cref="ArgumentException">There is no schedule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two steps.</exception>
    public static Figure Compare(IReadOnlyList<(string Name, Schedule Schedule)> schedules, long steps)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        if (schedules.Count == 0)
            throw new ArgumentException("There is no schedule to draw: give at least one.", nameof(schedules));
        int points = (int)Math.Min(steps, MostPoints);
        long[] at = [.. Enumerable.Range(0, points).Select(i => (long)Math.Round(i * (steps - 1.0) / (points - 1)))];
        double[] x = [.. at.Select(step => (double)step)];
        var panel = Panel.New("learning rate", "step", logarithmic: false, integers: true);
        for (int i = 0; i < schedules.Count; i++)
            Panel.Line(panel, x, [.. at.Select(schedules[i].Schedule.At)], SeriesStyle.Of(i), width: 2);
        return new Figure([panel], [.. schedules.Select((one, i) => new LegendEntry(one.Name, SeriesStyle.Of(i)))]);
    }
}
