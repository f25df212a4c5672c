using System.Globalization;
using System.Text.RegularExpressions;

namespace Thalweg.Samples.Tests;

public sealed partial class VanishingGradientTests
{
    [Fact]
    public async Task The_gradient_vanishes_with_sigmoids_and_as_the_chain_rule_says()
    {
        using var run = await SampleRun.Of("VanishingGradient", "iris.csv");
        var lines = Line().Matches(run.Output).ToDictionary(
            line => (line.Groups[1].Value, line.Groups[2].Value),
            line => (Measured: double.Parse(line.Groups[3].Value, CultureInfo.InvariantCulture), Predicted: double.Parse(line.Groups[4].Value, CultureInfo.InvariantCulture)));
        Assert.Equal(6, lines.Count);
        Assert.True(lines[("sigmoid", "glorot_normal")].Measured < 1e-4);
        Assert.True(lines[("sigmoid", "he_normal")].Measured < 1e-3);
        Assert.All(new[] { "tanh", "relu" }, name => Assert.InRange(lines[(name, "he_normal")].Measured, 0.1, 10));
        Assert.All(lines.Where(line => line.Key.Item1 == "sigmoid"), line => Assert.InRange(line.Value.Measured / line.Value.Predicted, 0.5, 2));
        run.AssertPicture("vanishing-gradient.png");
    }

    [Fact]
    public void Is_at_most_40_lines() => Assert.InRange(SampleRun.Lines("VanishingGradient"), 1, 40);

    [GeneratedRegex(@"(\w+) +(\w+) +first / last layer: measured (\S+), chain rule (\S+)")]
    private static partial Regex Line();
}
