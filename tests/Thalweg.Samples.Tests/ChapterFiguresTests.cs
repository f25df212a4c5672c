using System.Globalization;
using System.Text.RegularExpressions;

namespace Thalweg.Samples.Tests;

/// <summary>The programs of the classic figures, each of at most 40 lines.</summary>
public sealed partial class ChapterFiguresTests
{
    public static TheoryData<string> Names => ["ActivationDerivatives", "GradientDescentAgainstSgd", "LossLandscape", "NonConvexSlice", "RawAgainstStandardized"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_at_most_40_lines(string name) => Assert.InRange(SampleRun.Lines(name), 1, 40);

    [Fact]
    public async Task Gradient_descent_against_sgd()
    {
        using var run = await SampleRun.Of("GradientDescentAgainstSgd", "two-classes.csv");
        Assert.Contains("sgd on logistic regression: 50 steps, cost 17.1812 → 4.35973", run.Output, StringComparison.Ordinal);
        Assert.Contains("250 steps", run.Output, StringComparison.Ordinal);
        Assert.Contains("the limit 1.845 = 2 / λ", run.Output, StringComparison.Ordinal);
        run.AssertPicture("descents.png");
    }

    [Fact]
    public async Task The_slice_that_is_not_convex()
    {
        using var run = await SampleRun.Of("NonConvexSlice", "sigmoid-network.json");
        Assert.Equal("intended 0.3236 to 0.3272, mistaken 0.3396 to 0.3412", run.Output.Trim());
        run.AssertPicture("slice.png");
    }

    [Fact]
    public async Task Derivatives_of_activations()
    {
        using var run = await SampleRun.Of("ActivationDerivatives");
        Assert.Equal(["tanh′(3) = 0.0099", "sigmoid′(3) = 0.0452", "ReLU′(3) = 1.0000"], run.Output.Trim().ReplaceLineEndings("\n").Split('\n'));
        run.AssertPicture("activations.png");
    }

    [Fact]
    public async Task Raw_against_standardised_inputs()
    {
        using var run = await SampleRun.Of("RawAgainstStandardized", "iris.csv");
        double[] losses = [.. Losses().Matches(run.Output).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(2, losses.Length);
        Assert.True(losses[0] > 10 * losses[1], run.Output);
        run.AssertPicture("standardized.png");
    }

    [Fact]
    public async Task Landscape_and_spectrum_of_a_training()
    {
        using var run = await SampleRun.Of("LossLandscape", "iris.csv");
        Assert.StartsWith("learning rate 0.1 is ", run.Output, StringComparison.Ordinal);
        run.AssertPicture("plane.png");
        run.AssertPicture("spectrum.png");
    }

    [GeneratedRegex(@"loss (\S+)")]
    private static partial Regex Losses();
}
