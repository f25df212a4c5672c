using Thalweg.Activations;

namespace Thalweg.Descents.Checks;

/// <summary>Units that give 0 for every row, and therefore never learn again.</summary>
sealed class DeadUnits : ICheck
{
    const double Many = 0.25;

    public string Name => "dead units";

    public Finding? Look(Examination examination)
    {
        var baseline = examination.Baseline;
        var hidden = baseline.Hidden;
        HiddenLayer[] dead = [.. hidden.Where(layer => Math.Max(layer.StartDead, layer.EndDead) >= Many)];
        if (dead.Length == 0 || !baseline.IsFinite)
        {
            return null;
        }
        var fromStart = dead.All(layer => layer.StartDead >= Many);
        var change = ModelChanges.Weights(examination, examination.Options.Seed);
        var trial = examination.Changed(fromStart ? change : ModelChanges.Both(ModelChanges.Activation(examination, activation => activation is Relu or Relu6, new LeakyRelu()), change));
        if (!fromStart && examination.Range.Suggested is { } rate && rate < examination.LearningRate)
        {
            trial = trial with { LearningRate = rate };
        }
        var after = examination.Run("without dead units", trial);
        var remedy = fromStart
            ? new Remedy("Initialise the weights otherwise: kernels with \"he_normal\", biases with 0.", new Dictionary<string, string> { ["initializer"] = "he_normal" })
            : new Remedy(
                FormattableString.Invariant($"Use leaky_relu{(trial.LearningRate is { } lower ? $" and a learning rate of {lower:g2}" : "")}: a unit that is pushed below zero then still learns."),
                trial.LearningRate is { } value
                    ? new Dictionary<string, string> { ["activation"] = "leaky_relu", ["learning-rate"] = FormattableString.Invariant($"{value:g2}") }
                    : new Dictionary<string, string> { ["activation"] = "leaky_relu" });
        ChartLine Line(string name, IReadOnlyList<HiddenLayer> layers) => new(name, [.. layers.Select((_, i) => (double)i)], [.. layers.Select(layer => 100 * layer.EndDead)]);
        return new Finding(
            Name, Severity.Warning,
            $"Many units of {string.Join(", ", dead.Select(layer => $"'{layer.Name}'"))} give 0 for every row: no gradient reaches them, so they never learn again.",
            [
                .. dead.SelectMany(layer => new Measurement[] { new($"dead units of '{layer.Name}' before training, %", 100 * layer.StartDead), new($"dead units of '{layer.Name}' after it, %", 100 * layer.EndDead) }),
                new("most dead units of a layer with the remedy, %", 100 * after.Hidden.Select(layer => layer.EndDead).DefaultIfEmpty(0).Max()),
            ],
            remedy, examination.OnLoss(after), new Chart("dead units after training (%)", "layer", Logarithmic: false, [Line("as it is", hidden), Line("with the remedy", after.Hidden)], [.. hidden.Select(layer => layer.Name)]));
    }
}
