using Thalweg.Schedules;

namespace Thalweg.Tests.Schedules;

public class ConstantScheduleTests
{
    [Fact]
    public void It_stays() => Assert.Equal(0.25, Schedule.FromName("constant(rate=0.25)").At(1_000_000_000_000));
}
