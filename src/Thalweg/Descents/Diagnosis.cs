using System.Globalization;
using System.Text;

namespace Thalweg.Descents;

/// <summary>What a diagnosis found.</summary>
/// <param name="Findings">What is wrong, the gravest first; empty for a healthy training.</param>
/// <param name="Checked">The names of all that was looked for.</param>
/// <param name="Losses">The loss of each epoch of the brief training, as it was given.</param>
/// <param name="HeldLosses">The loss on the rows that were held back, after each epoch.</param>
/// <param name="Accuracy">The part of the held-back rows whose class was right at the end; null where no classes are learned.</param>
/// <param name="Range">The learning-rate range test.</param>
/// <param name="Stability">The learning rate's stability limit at the end of the brief training; null where none is known for the optimiser, or the training diverged.</param>
public sealed record Diagnosis(
    IReadOnlyList<Finding> Findings, IReadOnlyList<string> Checked, IReadOnlyList<double> Losses, IReadOnlyList<double> HeldLosses, double? Accuracy, LearningRateRange Range, StabilityLimit? Stability)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsHealthy => Findings.Count == 0;

    /// <summary>All of it as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var finding in Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"{finding.Severity}: {finding.Name}. {finding.Summary}\n");
            foreach (var (name, value) in finding.Evidence)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {name}: {value:g4}\n");
            }
            text.Append(CultureInfo.InvariantCulture, $"  Remedy: {finding.Remedy.Text}\n");
            if (finding.Effect is { } effect)
            {
                text.Append(CultureInfo.InvariantCulture, $"  Measured: {effect.Measure} {effect.Before:g4} → {effect.After:g4}\n");
            }
        }
        return IsHealthy ? $"Healthy: nothing found. Looked for: {string.Join(", ", Checked)}.\n" : text.ToString();
    }
}
