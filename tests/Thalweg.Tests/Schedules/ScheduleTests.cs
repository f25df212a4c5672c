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
}
