namespace Thalweg.Descents.Checks;

/// <summary>Classes with so few rows that the model learns to leave them out.</summary>
sealed class ClassImbalance : ICheck
{
    const double Uneven = 4, LowRecall = 0.7;

    public string Name => "class imbalance";

    public Finding? Look(Examination examination)
    {
        var given = examination.Given;
        if (given.ClassWeight is not null || ClassScores.Of(given.Y, given.Loss) is not { } labels || examination.Baseline.Classes is not { } before)
        {
            return null;
        }
        int[] counts = [.. Enumerable.Range(0, labels.Count).Select(label => labels.Classes.Count(own => own == label))];
        int[] present = [.. Enumerable.Range(0, labels.Count).Where(label => counts[label] > 0)];
        if (present.Length < 2)
        {
            return null;
        }
        var (rarest, commonest) = (present.MinBy(label => counts[label]), present.MaxBy(label => counts[label]));
        var uneven = (double)counts[commonest] / counts[rarest];
        int[] missed = [.. present.Where(label => counts[commonest] >= Uneven * counts[label] && before.Recalls[label] < LowRecall)];
        if (missed.Length == 0)
        {
            return null;
        }
        var weights = present.ToDictionary(label => label, label => (double)labels.Classes.Length / (present.Length * counts[label]));
        var after = examination.Run("classes weighted", given with { ClassWeight = weights });
        if (after.Classes is not { } scores)
        {
            return null;
        }
        ChartLine Line(string name, ClassScores which) => new(name, [.. present.Select((_, i) => (double)i)], [.. present.Select(label => which.Recalls[label])]);
        return new Finding(
            Name, Severity.Warning,
            FormattableString.Invariant($"There are {uneven:0} times as many rows of {examination.ClassName(commonest)} as of {examination.ClassName(rarest)}, and few rows of {string.Join(", ", missed.Select(examination.ClassName))} are recognised."),
            [
                .. present.Select(label => new Measurement($"rows of {examination.ClassName(label)}", counts[label])),
                .. missed.SelectMany(label => new Measurement[] { new($"recall of {examination.ClassName(label)}", before.Recalls[label]), new($"recall of {examination.ClassName(label)} with the remedy", scores.Recalls[label]) }),
            ],
            new Remedy("Weight the classes by their rarity: classWeight n / (k nᵢ), for n rows, k classes and nᵢ rows of the class.", new Dictionary<string, string> { ["class-weight"] = "balanced" }),
            new Effect($"mean recall of the classes on {given.Held.X.Shape[0]} held-back rows", before.BalancedAccuracy, scores.BalancedAccuracy, LowerIsBetter: false),
            new Chart("recall", "class", Logarithmic: false, [Line("as it is", before), Line("classes weighted", scores)], [.. present.Select(label => examination.ClassName(label).Trim('\''))]));
    }
}
