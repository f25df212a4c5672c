using Spectre.Console.Testing;
using Thalweg.Descents;

namespace Thalweg.Cli.Tests;

public class DiagnosisReportTests
{
    static string Report(params Finding[] findings)
    {
        using var console = new TestConsole();
        console.Profile.Width = 160;
        var diagnosis = new Diagnosis(findings, ["dead units", "overfitting"], [2, 1.25], [2, 1.5], 0.875, new LearningRateRange([0.1], [1], null), null);
        DiagnosisReport.Write(console, new DiagnosisResult(new TrainSettings { Data = "a.csv", Target = "the target" }, diagnosis, 1.26));
        return console.Output;
    }

    static Finding Finding(Dictionary<string, string> settings, Effect? effect) => new(
        "dead units", Severity.Warning, "Many [units] are dead.", [new("dead, %", 37.5)], new Remedy("Use leaky_relu.", settings), effect, new Chart("", "", false, []));

    [Fact]
    public void Findings_have_numbers_a_remedy_and_its_effect()
    {
        string report = Report(Finding(new() { ["activation"] = "leaky_relu", ["class-weight"] = "balanced" }, new Effect("training loss", 0.5, 0.125, true)));
        Assert.Contains("Trained for 2 epochs: loss 1.25, accuracy on held-back rows 0.875; all trainings took 1.3 seconds.", report, StringComparison.Ordinal);
        Assert.Contains("1. Warning: dead units", report, StringComparison.Ordinal);
        Assert.Contains("Many [units] are dead.", report, StringComparison.Ordinal);
        Assert.Contains("37.5", report, StringComparison.Ordinal);
        Assert.Contains("training loss was 0.5, and is 0.125 with the remedy", report, StringComparison.Ordinal);
        // Only what is an option of the command is offered as one.
        Assert.Contains("Try: thalweg train a.csv --target \"the target\" --activation leaky_relu\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_tried_has_no_effect() => Assert.DoesNotContain("Measured", Report(Finding([], null)), StringComparison.Ordinal);

    [Fact]
    public void A_clean_bill_says_what_was_looked_for() => Assert.Contains("Looked for dead units, overfitting.", Report(), StringComparison.Ordinal);
}
