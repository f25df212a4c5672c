using System.Globalization;
using Thalweg.Callbacks;
using Thalweg.Data;

namespace Thalweg.Cli;

/// <summary>One training of a comparison: a variant, or one repetition of it.</summary>
/// <param name="Name">The varied settings, such as standardize=true.</param>
/// <param name="Repeat">Which repetition, from 0; null where there is one alone.</param>
/// <param name="Data">What it learns from.</param>
/// <param name="Run">The network and its settings.</param>
sealed record ComparedTraining(string Name, int? Repeat, TrainingData Data, TrainingRun Run)
{
    /// <summary>What it gave, once it has run.</summary>
    public TrainResult? Result { get; private set; }

    /// <summary>The name beside its bar.</summary>
    public string Label => Repeat is { } repeat ? string.Create(CultureInfo.InvariantCulture, $"{Name} ({repeat + 1})") : Name;

    /// <summary>Prepares a variant. Repetition r has the seed of the settings plus r: other weights, another order of rows.</summary>
    public static ComparedTraining Prepare(Table table, string name, TrainSettings settings, int? repeat)
    {
        settings = settings with { Seed = settings.Seed + (repeat ?? 0) };
        var data = TrainingData.Prepare(table, settings);
        return new ComparedTraining(name, repeat, data, TrainingRun.Prepare(data, settings));
    }

    /// <summary>Trains.</summary>
    public void Fit(Callback progress, CancellationToken cancellation) =>
        Result = Run.Fit(progress, cancellation) with { Variant = Name, Repeat = Repeat + 1 };
}
