using Thalweg.Callbacks;

namespace Thalweg.Tests.Callbacks;

public class MonitoredTests
{
    [Theory]
    [InlineData("val_accuracy", true)]
    [InlineData("auc", true)]
    [InlineData("val_loss", false)]
    [InlineData("mae", false)]
    public void The_name_tells_which_way_is_better(string name, bool upwards)
    {
        Assert.Equal(upwards, new Monitored(name, MonitorMode.Auto).IsUpwards);
        Assert.True(new Monitored(name, MonitorMode.Max).IsBetter(2, 1, 0.5));
        Assert.False(new Monitored(name, MonitorMode.Min).IsBetter(0.75, 1, 0.5));
    }
}
