using System.Globalization;
using System.Text.RegularExpressions;

namespace Thalweg.Samples.Tests;

public sealed partial class DigitsAdamWTests
{
    [Fact]
    public async Task Reads_at_least_97_of_100_digits_it_has_not_seen()
    {
        using var run = await SampleRun.Of("DigitsAdamW", "digits.csv");
        var result = Accuracy().Match(run.Output);
        Assert.True(result.Success, run.Output);
        Assert.True(double.Parse(result.Groups[1].Value, CultureInfo.InvariantCulture) >= 0.97, result.Value);
        run.AssertPicture("schedule.svg");
    }

    [Fact]
    public void Is_at_most_40_lines() => Assert.InRange(SampleRun.Lines("DigitsAdamW"), 1, 40);

    [GeneratedRegex(@"validation accuracy (\S+)")]
    private static partial Regex Accuracy();
}
