using Spectre.Console.Testing;

namespace Thalweg.Cli.Tests;

public class RegressionReportTests
{
    [Fact]
    public void Measures_how_far_predictions_are_off()
    {
        var report = RegressionReport.Of([1, 2, 3, 4], [1, 2, 3, 6]);
        Assert.Equal(1 - 4 / 5.0, report.RSquared, 1e-12);
        Assert.Equal(1, report.RootMeanSquaredError, 1e-12);
        Assert.Equal(0.5, report.MeanAbsoluteError, 1e-12);
    }

    [Fact]
    public void The_mean_explains_nothing() => Assert.Equal(0, RegressionReport.Of([1, 2, 3], [2, 2, 2]).RSquared, 1e-12);

    [Fact]
    public void Writes_all_three()
    {
        using var console = new TestConsole();
        RegressionReport.Of([1, 2, 3, 4], [1, 2, 3, 6]).Write(console, "4 validation rows");
        Assert.Contains("On 4 validation rows", console.Output, StringComparison.Ordinal);
        Assert.Contains("0.2000", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_a_prediction_for_each_row() =>
        Assert.Throws<ArgumentException>(() => RegressionReport.Of([1, 2], [1]));
}
