using Thalweg.Schedules;

namespace Thalweg.Tests.Schedules;

public class ScheduleTests
{
    [Fact]
    public void A_number_stands_for_one_that_stays()
    {
        Schedule schedule = 0.1;
        Assert.Equal(0.1, schedule.At(0));
        Assert.Equal(0.1, schedule.At(1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => (Schedule)(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => (Schedule)double.NaN);
    }

    [Fact]
    public void A_name_or_a_function_stands_for_one()
    {
        Schedule named = "exponential_decay(0.1, 10, 0.5)";
        Assert.Equal(new ExponentialDecay(0.1, 10, 0.5), named);
        Assert.Equal("exponential_decay", named.Name);
        Assert.Equal(9, Schedule.From(step => step * step).At(3));
        Assert.Contains(Schedule.Known, line => line.Name == "one_cycle");
    }
}
