using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public class ProgressLoggerTests
{
    [Fact]
    public void A_line_per_epoch()
    {
        var output = new StringWriter();
        Small.Train([new ProgressLogger(output, bar: false)], epochs: 2);
        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^Epoch 1/2 - \d+\.\ds - loss: \d\.\d{4} - mae: \d\.\d{4}$", lines[0]);
    }

    [Fact]
    public void A_bar_that_fills()
    {
        var output = new StringWriter();
        Small.Train([new ProgressLogger(output, bar: true)], epochs: 1);
        Assert.Contains("Epoch 1/1", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("4/4 " + new string('━', 20), output.ToString(), StringComparison.Ordinal);
    }
}
