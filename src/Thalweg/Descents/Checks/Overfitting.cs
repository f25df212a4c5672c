using Thalweg.Callbacks;

namespace Thalweg.Descents.Checks;

/// <summary>A training that learns its rows by heart: the loss on others falls first, then rises.</summary>
sealed class Overfitting : ICheck
{
    const double Risen = 1.25, Gap = 2, LeastOfStart = 0.02;
    const int Last = 3;

    public string Name => "overfitting";

    public Finding? Look(Examination examination)
    {
        var baseline = examination.Baseline;
        if (!baseline.IsFinite || baseline.HeldLosses.Count < 2 * Last)
        {
            return null;
        }
        var least = baseline.HeldLosses.Min();
        // Of the last epochs each must be worse: a single one may be so by chance.
        if (baseline.HeldLosses.TakeLast(Last).Min() < Risen * least || baseline.HeldLoss < Gap * baseline.Loss || baseline.HeldLoss - least < LeastOfStart * Math.Abs(baseline.StartLoss))
        {
            return null;
        }
        var best = baseline.HeldLosses.ToList().IndexOf(least) + 1;
        var stopping = new EarlyStopping(patience: Math.Max(3, examination.Options.Epochs / 6)) { RestoreBestWeights = true };
        var after = examination.Run("with early stopping", examination.Given with { Callbacks = [stopping] });
        var held = examination.Given.Held;
        double[] epochs = [.. Enumerable.Range(1, baseline.Losses.Count).Select(i => (double)i)];
        return new Finding(
            Name, Severity.Warning,
            FormattableString.Invariant($"The loss on held-back rows is least after epoch {best} and has grown by {100 * (baseline.HeldLoss / least - 1):0} % since, while the training loss falls on."),
            [new("training loss at the end", baseline.Loss), new("loss on held-back rows at the end", baseline.HeldLoss), new("least loss on held-back rows", least), new("epoch of the least", best)],
            new Remedy("Stop early (EarlyStopping with RestoreBestWeights), use a smaller network, weight decay, dropout, or more rows.", new Dictionary<string, string> { ["early-stopping"] = "true" }),
            new Effect($"loss on {held.X.Shape[0]} held-back rows at the end", baseline.HeldLoss, after.HeldLoss, LowerIsBetter: true),
            new Chart("loss", "epoch", Logarithmic: false, [new("training", epochs, baseline.Losses), new("held back", epochs, baseline.HeldLosses)]));
    }
}
