namespace Thalweg.Cli.Tests;

public class MetricTextTests
{
    [Theory]
    [InlineData(0.98333, "0.9833")]
    [InlineData(0, "0.0000")]
    [InlineData(0.000825, "8.25e-4")]
    [InlineData(2789.6198, "2789.6198")]
    [InlineData(1e12, "1.00e+12")]
    [InlineData(double.NaN, "NaN")]
    public void Four_decimals_or_an_exponent(double value, string text) => Assert.Equal(text, MetricText.Of(value));

    [Fact]
    public void An_epoch_in_one_line() =>
        Assert.Equal("loss 0.5000, accuracy 1.0000", MetricText.Of(new Dictionary<string, double> { ["loss"] = 0.5, ["accuracy"] = 1 }));
}
