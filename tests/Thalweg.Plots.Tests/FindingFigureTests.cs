using Thalweg.Descents;

namespace Thalweg.Plots.Tests;

public class FindingFigureTests
{
    static readonly LearningRateRange Range = new([0.1], [1], null);

    static Finding Finding(string name) => new(
        name, Severity.Warning, "", [], new Remedy("", new Dictionary<string, string>()), null, new Chart("training loss", "epoch", false, [new("as it is", [0, 1], [2, 1]), new($"{name} mended", [0, 1], [2, 0.5])]));

    [Fact]
    public void A_finding_is_a_panel_with_its_name()
    {
        string svg = Finding("dead units").Plot().ToSvg();
        Assert.Contains("dead units: training loss", svg, StringComparison.Ordinal);
        Assert.Contains("dead units mended", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnosis_has_a_panel_for_each_and_one_when_healthy()
    {
        Assert.Equal(2, new Diagnosis([Finding("a"), Finding("b")], ["a", "b"], [1], [1], null, Range, null).Plot().Panels.Count);
        string svg = new Diagnosis([], ["a"], [2, 1], [2, 1.5], 0.9, Range, null).Plot().ToSvg();
        Assert.Contains("healthy: loss", svg, StringComparison.Ordinal);
        Assert.Contains("held back", svg, StringComparison.Ordinal);
    }
}
