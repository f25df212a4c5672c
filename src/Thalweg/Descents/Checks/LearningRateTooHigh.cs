namespace Thalweg.Descents.Checks;

/// <summary>A learning rate above the stability limit: the loss grows, or hovers.</summary>
sealed class LearningRateTooHigh : ICheck
{
    const double NoProgress = 0.9, LeastGain = 0.7;

    public string Name => "learning rate too high";

    public Finding? Look(Examination examination)
    {
        var (baseline, rate) = (examination.Baseline, examination.LearningRate);
        if (rate <= 0)
        {
            return null;
        }
        var limit = baseline.StartStability;
        var suspect = !baseline.IsFinite || baseline.Loss > NoProgress * baseline.StartLoss || limit is { IsExceeded: true } || examination.Range.DivergedAt < rate;
        if (!suspect || (examination.Range.Suggested ?? limit?.Limit / 4) is not { } better || better >= rate / 2)
        {
            return null;
        }
        var after = examination.Run("a lower learning rate", examination.Given with { LearningRate = better });
        if (!after.IsFinite || baseline.IsFinite && after.Loss > LeastGain * baseline.Loss)
        {
            return null;
        }
        return new Finding(
            Name, Severity.Error,
            FormattableString.Invariant($"With a learning rate of {rate:g3} {(baseline.IsFinite ? "the loss doesn't settle" : "the training diverges")}{(limit is { IsExceeded: true } ? FormattableString.Invariant($": the limit is {limit.Limit:g3}") : "")}."),
            RateFinding.Evidence(examination, limit), RateFinding.Remedy(better), examination.OnLoss(after), RateFinding.Chart(examination));
    }
}
