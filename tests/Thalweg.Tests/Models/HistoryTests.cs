using Thalweg.Models;

namespace Thalweg.Tests.Models;

public class HistoryTests
{
    [Fact]
    public void Numbers_per_epoch_in_the_order_of_logging()
    {
        var history = new History();
        history.Add(3, new OrderedDictionary<string, double> { ["loss"] = 1, ["accuracy"] = 0.5 });
        history.Add(4, new OrderedDictionary<string, double> { ["loss"] = 0.5, ["accuracy"] = 0.7 });
        Assert.Equal([3, 4], history.Epochs);
        Assert.Equal(["loss", "accuracy"], history.Metrics.Keys);
        Assert.Equal([1, 0.5], history["loss"]);
        Assert.Contains("Did you mean 'accuracy'?", Assert.Throws<ArgumentException>(() => history["acuracy"]).Message, StringComparison.Ordinal);
    }
}
