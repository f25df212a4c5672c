namespace Thalweg.Lab.Trainings;

/// <summary>What a training gave, as <c>--json</c> writes it.</summary>
/// <param name="Settings">The settings, with what was inferred in the place of "auto".</param>
/// <param name="History">Keras's history: for each name one value per epoch.</param>
/// <param name="Final">The last value of each name.</param>
/// <param name="Seconds">How long the training took.</param>
sealed record TrainResult(
    TrainSettings Settings,
    IReadOnlyDictionary<string, IReadOnlyList<double>> History,
    IReadOnlyDictionary<string, double> Final,
    double Seconds)
{
    /// <summary>Which combination of varied values this is; null where nothing was varied.</summary>
    public string? Variant { get; init; }

    /// <summary>Which repetition of the variant this is, from 1; null where it wasn't repeated.</summary>
    public int? Repeat { get; init; }

    /// <summary>Whether the training was stopped before its last epoch.</summary>
    public bool Interrupted { get; init; }
}
