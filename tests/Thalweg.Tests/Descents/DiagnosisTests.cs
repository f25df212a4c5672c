using Thalweg.Descents;

namespace Thalweg.Tests.Descents;

public class DiagnosisTests
{
    static readonly LearningRateRange Range = new([0.1], [1], null);

    [Fact]
    public void As_text_it_says_what_shows_what_helps_and_how_much()
    {
        var finding = new Finding("inputs not scaled", Severity.Warning, "They differ.", [new("condition number", 12345.678)], new Remedy("Standardise.", new Dictionary<string, string>()),
            new Effect("training loss", 0.5, 0.25, true), new Chart("loss", "epoch", false, []));
        var diagnosis = new Diagnosis([finding], ["inputs not scaled"], [1], [1], null, Range, null);
        Assert.False(diagnosis.IsHealthy);
        Assert.Equal("Warning: inputs not scaled. They differ.\n  condition number: 1.235e+04\n  Remedy: Standardise.\n  Measured: training loss 0.5 → 0.25\n", diagnosis.ToString());
    }

    [Fact]
    public void A_clean_bill_names_what_was_looked_for() =>
        Assert.Equal("Healthy: nothing found. Looked for: overfitting, dead units.\n", new Diagnosis([], ["overfitting", "dead units"], [1], [1], 0.9, Range, null).ToString());
}
