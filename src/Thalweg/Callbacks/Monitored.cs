namespace Thalweg.Callbacks;

/// <summary>Which of a training's numbers is watched, and which way is better.</summary>
/// <param name="Name">The number's name in the logs.</param>
/// <param name="Mode">Which way is better.</param>
sealed record Monitored(string Name, MonitorMode Mode)
{
    static readonly string[] Up = ["auc", "f1_score", "precision", "recall", "r2_score"];

    /// <summary>Whether greater is better.</summary>
    public bool IsUpwards => Mode == MonitorMode.Max || Mode == MonitorMode.Auto
        && (Name.Contains("acc", StringComparison.Ordinal) || Up.Any(end => Name.EndsWith(end, StringComparison.Ordinal)));

    /// <summary>What anything is better than.</summary>
    public double Worst => IsUpwards ? double.NegativeInfinity : double.PositiveInfinity;

    /// <summary>Whether a number is better than another by more than something.</summary>
    public bool IsBetter(double current, double reference, double by = 0) => IsUpwards ? current - by > reference : current + by < reference;

    /// <summary>Refuses a number that the training doesn't log.</summary>
    /// <exception cref="ArgumentException">It isn't logged.</exception>
    public void Require(Training training, string callback)
    {
        if (!training.MetricNames.Contains(Name))
        {
            throw new ArgumentException(
                $"{callback} watches '{Name}', but this training logs only {string.Join(", ", training.MetricNames)}. "
                + (Name.StartsWith("val_", StringComparison.Ordinal) ? "Give Fit validation data or a validationSplit, or watch one of these." : "Watch one of these."));
        }
    }
}
