using Spectre.Console.Testing;

namespace Thalweg.Cli.Tests;

public class ClassificationReportTests
{
    [Fact]
    public void Shows_precision_recall_and_counts()
    {
        using var console = new TestConsole();
        ClassificationReport.Write(console, new ConfusionMatrix(["[cat]", "dog", "fox"], [0, 0, 0, 1, 1], [0, 0, 1, 1, 1]), "5 training rows");
        Assert.Contains("Accuracy 80.0 % on 5 training rows", console.Output, StringComparison.Ordinal);
        Assert.Contains("66.7 %", console.Output, StringComparison.Ordinal);
        Assert.Contains("none", console.Output, StringComparison.Ordinal);
        Assert.Contains("[cat]", console.Output, StringComparison.Ordinal);
        Assert.Contains("Confusion matrix", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_too_wide_for_a_terminal_is_left_out()
    {
        using var console = new TestConsole();
        string[] classes = [.. Enumerable.Range(0, 20).Select(i => $"class {i}")];
        ClassificationReport.Write(console, new ConfusionMatrix(classes, [0], [0]), "1 training row");
        Assert.DoesNotContain("Confusion matrix", console.Output, StringComparison.Ordinal);
    }
}
