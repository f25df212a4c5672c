using Thalweg.Descents;

namespace Thalweg.Plots;

/// <summary>What a diagnosis found, as pictures: one panel for each finding, the training as it is beside the one with the remedy.</summary>
public static class FindingFigure
{
    extension(Finding finding)
    {
        /// <summary>Draws the numbers of one finding.</summary>
        public Figure Plot()
        {
            ArgumentNullException.ThrowIfNull(finding);
            return Draw([finding]);
        }
    }

    extension(Diagnosis diagnosis)
    {
        /// <summary>Draws all findings, a panel each; of a healthy training, its losses.</summary>
        /// <example><code>model.Diagnose(x, y).Plot().SaveSvg("diagnosis.svg");</code></example>
        public Figure Plot()
        {
            ArgumentNullException.ThrowIfNull(diagnosis);
            return diagnosis.IsHealthy ? ChartFigure.Of([Healthy(diagnosis)]) : Draw(diagnosis.Findings);
        }
    }

    static Chart Healthy(Diagnosis diagnosis)
    {
        double[] epochs = [.. Enumerable.Range(1, diagnosis.Losses.Count).Select(i => (double)i)];
        return new Chart("healthy: loss", "epoch", Logarithmic: false, [new("training", epochs, diagnosis.Losses), new("held back", epochs, diagnosis.HeldLosses)]);
    }

    static Figure Draw(IReadOnlyList<Finding> findings) =>
        ChartFigure.Of([.. findings.Select(finding => finding.Chart with { Title = $"{finding.Name}: {finding.Chart.Title}" })]);
}
