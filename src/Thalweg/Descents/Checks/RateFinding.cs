namespace Thalweg.Descents.Checks;

/// <summary>What the two checks of the learning rate say alike.</summary>
static class RateFinding
{
    /// <summary>The evidence: the rate in use, what the range test says, and the stability limit where it is known.</summary>
    public static IReadOnlyList<Measurement> Evidence(Examination examination, StabilityLimit? atStart)
    {
        var range = examination.Range;
        List<Measurement> evidence = [new("learning rate in use", examination.LearningRate), new("learning rate that the range test suggests", range.Suggested ?? double.NaN)];
        if (range.DivergedAt is { } diverged)
        {
            evidence.Add(new("learning rate at which the range test diverged", diverged));
        }
        if ((atStart ?? examination.Baseline.Stability) is { } limit)
        {
            evidence.Add(new($"stability limit {limit.Rule}, {(atStart is null ? "after" : "before")} the training", limit.Limit));
        }
        return evidence;
    }

    /// <summary>The range test as a picture, with the rate in use marked by a line.</summary>
    public static Chart Chart(Examination examination)
    {
        var range = examination.Range;
        double[] finite = [.. range.Losses.Where(double.IsFinite)];
        double[] ends = finite.Length > 0 ? [finite.Min(), finite.Max()] : [0, 1];
        ChartLine Vertical(string name, double rate) => new(name, [rate, rate], ends);
        return new Chart("loss of the range test", "learning rate", Logarithmic: false,
            [new("loss", range.Rates, range.Losses), Vertical("in use", examination.LearningRate), .. range.Suggested is { } rate ? [Vertical("suggested", rate)] : Array.Empty<ChartLine>()], IsAxisLogarithmic: true);
    }

    /// <summary>The remedy: another rate.</summary>
    public static Remedy Remedy(double rate) => new(
        FormattableString.Invariant($"Use a learning rate of {rate:g2}."), new Dictionary<string, string> { ["learning-rate"] = FormattableString.Invariant($"{rate:g2}") });
}
