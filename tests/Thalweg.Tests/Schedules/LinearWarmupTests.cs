using Thalweg.Schedules;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Schedules;

public class LinearWarmupTests : ScheduleContract
{
    protected override IEnumerable<(string Case, Schedule Schedule)> Torch => [("linear_warmup", new LinearWarmup(0.1, 10, 0.1))];

    [Fact]
    public void The_schedule_behind_begins_when_the_rise_is_over()
    {
        var schedule = new LinearWarmup(new ExponentialDecay(1, 1, 0.5), 4);
        Near.Equal([0, 0.25, 0.5, 0.75, 1, 0.5, 0.25], [.. Enumerable.Range(0, 7).Select(step => schedule.At(step))], 1e-15);
    }
}
