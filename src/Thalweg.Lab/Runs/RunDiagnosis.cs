using Thalweg.Catalogs;
using Thalweg.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Languages;

namespace Thalweg.Lab.Runs;

/// <summary>What is wrong with a training, as a page shows it: with the settings that a new run changes.</summary>
static class RunDiagnosis
{
    const int MostEpochs = 30;

    /// <summary>Trains briefly, and says what was found.</summary>
    public static DiagnosisAnswer Of(TrainingRuns runs, RunSettings settings, CancellationToken cancellation)
    {
        var brief = settings with { Epochs = Math.Min(settings.Epochs ?? MostEpochs, MostEpochs) };
        Diagnosis diagnosis;
        // The brief trainings set the seed again and again: theirs, not that of trainings beside them.
        using (RandomSeed.Scope(brief.Seed ?? 0))
        {
            var (_, run) = runs.Prepare(brief);
            diagnosis = run.Diagnose(null, cancellation);
        }
        var language = Translator.Current;
        return new DiagnosisAnswer(
            [.. diagnosis.Findings.Select(finding => Said(finding, settings, language))], diagnosis.IsHealthy, [.. diagnosis.Checked.Select(language.Say)], diagnosis.Losses,
            diagnosis.Stability is { } limit ? new StabilityAnswer(limit.Rule, limit.Sharpness, limit.Limit, limit.LearningRate, language.Say(limit.ToString())) : null);
    }

    /// <summary>A finding in a reader's language.</summary>
    internal static FindingAnswer Said(Finding finding, RunSettings settings, Translator language)
    {
        string Number(double value) => value.ToString("g4", language.Culture);
        string colon = language == Translator.English ? ": " : "\u00a0: ", semicolon = language == Translator.English ? "; " : "\u00a0; ";
        string summary = language.Say(finding.Summary);
        MeasurementAnswer[] measured = [.. finding.Evidence.Select(one => new MeasurementAnswer(language.Say(one.Name), one.Value))];
        return new FindingAnswer(
            finding.Name, language.Say(finding.Name), finding.Severity, summary,
            $"{summary} {string.Join(semicolon, measured.Select(one => one.Name + colon + Number(one.Value)))}.",
            measured, language.Say(finding.Remedy.Text), Changes(finding.Remedy.Settings, settings) is { Count: > 0 } changes ? changes : null,
            finding.Effect is { } effect ? $"{language.Say(effect.Measure)} {Number(effect.Before)} → {Number(effect.After)}" : null,
            finding.Effect is { } numbers ? new EffectAnswer(language.Say(numbers.Measure), numbers.Before, numbers.After, numbers.Improved) : null, language.Say(finding.Chart));
    }

    /// <summary>A remedy's settings by the names and types that a new run takes; those that the Lab's runs don't have are left out.</summary>
    internal static Dictionary<string, object> Changes(IReadOnlyDictionary<string, string> remedy, RunSettings settings)
    {
        var changes = new Dictionary<string, object>();
        foreach (var (name, text) in remedy)
        {
            if (name == "learning-rate")
            {
                // The rate stands in the optimiser's text, where the page shows it.
                changes["optimizer"] = WithRate(settings.Optimizer ?? "adam", text);
                changes["schedule"] = "";
                changes["learningRate"] = double.NaN;       // null: what was given beside the text no longer holds
                continue;
            }

            object? value = name switch
            {
                "standardize" => text == "true",
                "activation" or "initializer" or "loss" or "class-weight" or "drop" => text,
                _ => null,          // of the output, the order and the end the Lab's runs decide themselves
            };
            if (value is not null)
                changes[Refusal.Camel(name)] = value;
        }
        return changes;
    }

    /// <summary>An optimiser's text with another learning rate: sgd(0.1, momentum=0.9) at 0.02 is sgd(learning_rate=0.02, momentum=0.9).</summary>
    internal static string WithRate(string optimizer, string rate)
    {
        int open = optimizer.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return $"{optimizer}(learning_rate={rate})";
        var others = SettingText.Split(optimizer.Trim()[(open + 1)..^1]).Where((part, place) => SettingText.EqualsSign(part) switch
        {
            < 0 => place > 0,           // the rate is what stands first without a name
            var equals => part[..equals].Trim() is not ("learning_rate" or "learningRate"),
        }).Select(part => part.Trim());
        return $"{optimizer.Trim()[..open]}({string.Join(", ", others.Prepend($"learning_rate={rate}"))})";
    }
}
