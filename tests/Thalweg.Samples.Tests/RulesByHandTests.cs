using System.Globalization;
using System.Text.RegularExpressions;

namespace Thalweg.Samples.Tests;

public sealed partial class RulesByHandTests
{
    [Fact]
    public async Task Rules_written_out_end_where_the_librarys_own_do()
    {
        using var run = await SampleRun.Of("RulesByHand", "two-classes.csv");
        var apart = Apart().Matches(run.Output).ToDictionary(line => line.Groups[1].Value, line => double.Parse(line.Groups[2].Value, CultureInfo.InvariantCulture));
        Assert.Equal(["gradient descent", "momentum", "adam"], apart.Keys);
        Assert.All(apart.Values, difference => Assert.InRange(difference, 0, 1e-6));
        var costs = Costs().Matches(run.Output).Select(line => double.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture) - double.Parse(line.Groups[2].Value, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(2, costs.Length);
        Assert.All(costs, above => Assert.InRange(above, 0, 0.3));
    }

    [Theory]
    [InlineData("gradient descent")]
    [InlineData("stochastic gradient descent")]
    [InlineData("momentum")]
    [InlineData("adam")]
    public void The_chapters_regions_are_there(string region) =>
        Assert.Contains($"#region {region}\n", SampleRun.Source("RulesByHand").ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [GeneratedRegex(@"^([\w ]+): cost \S+, (\S+) from the library's", RegexOptions.Multiline)]
    private static partial Regex Apart();

    [GeneratedRegex(@"cost (\S+), least (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Costs();
}
