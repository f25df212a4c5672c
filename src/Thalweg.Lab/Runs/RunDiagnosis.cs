using System.Globalization;
using Thalweg.Descents;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Runs;

/// <summary>What is wrong with a training, as a page shows it: with the settings that a new run changes.</summary>
static class RunDiagnosis
{
    const int MostEpochs = 30;

    /// <summary>Trains briefly, and says what was found.</summary>
    public static object Of(TrainingRuns runs, RunSettings settings, CancellationToken cancellation)
    {
        var brief = settings with { Epochs = Math.Min(settings.Epochs ?? MostEpochs, MostEpochs) };
        Diagnosis diagnosis;
        // The brief trainings set the seed again and again.
        using (SeedGate.Enter())
        {
            var (_, run) = runs.Prepare(brief);
            diagnosis = run.Diagnose(null, cancellation);
        }
        return new
        {
            findings = diagnosis.Findings.Select(finding => new
            {
                name = finding.Name,
                severity = finding.Severity,
                summary = finding.Summary,
                evidence = finding.Evidence.Select(one => new { name = one.Name, value = one.Value }),
                remedy = finding.Remedy.Text,
                changes = Changes(finding.Remedy.Settings),
                effect = finding.Effect is { } effect ? new { measure = effect.Measure, before = effect.Before, after = effect.After, improved = effect.Improved } : null,
            }),
            healthy = diagnosis.IsHealthy,
            @checked = diagnosis.Checked,
            losses = diagnosis.Losses,
            stability = diagnosis.Stability is { } stability ? new { rule = stability.Rule, sharpness = stability.Sharpness, limit = stability.Limit, learningRate = stability.LearningRate, text = stability.ToString() } : null,
        };
    }

    /// <summary>A remedy's settings by the names and types that a new run takes; those that the Lab's runs don't have are left out.</summary>
    internal static Dictionary<string, object> Changes(IReadOnlyDictionary<string, string> settings)
    {
        var changes = new Dictionary<string, object>();
        foreach (var (name, text) in settings)
        {
            object? value = name switch
            {
                "standardize" => text == "true",
                "learning-rate" => double.Parse(text, CultureInfo.InvariantCulture),
                "activation" or "initializer" or "loss" or "class-weight" or "drop" => text,
                _ => null,          // of the output, the order and the end the Lab's runs decide themselves
            };
            if (value is not null)
                changes[Refusal.Camel(name)] = value;
        }
        return changes;
    }
}
