namespace Thalweg.Descents.Checks;

/// <summary>A learning rate so low that most of the training is spent on the way.</summary>
sealed class LearningRateTooLow : ICheck
{
    const double Far = 15, LeastGain = 0.5;

    public string Name => "learning rate too low";

    public Finding? Look(Examination examination)
    {
        var (baseline, rate) = (examination.Baseline, examination.LearningRate);
        if (!baseline.IsFinite || examination.Range.Suggested is not { } better || rate > better / Far)
        {
            return null;
        }
        var after = examination.Run("a higher learning rate", examination.Given with { LearningRate = better });
        if (!after.IsFinite || after.Loss > LeastGain * baseline.Loss)
        {
            return null;
        }
        return new Finding(
            Name, Severity.Note,
            FormattableString.Invariant($"The learning rate of {rate:g3} is {better / rate:0} times lower than the range test suggests: the loss still falls, slowly."),
            RateFinding.Evidence(examination, null), RateFinding.Remedy(better), examination.OnLoss(after), examination.LossChart(FormattableString.Invariant($"learning rate {better:g2}"), after));
    }
}
