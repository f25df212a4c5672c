using Thalweg.Activations;
using Thalweg.Losses;

namespace Thalweg.Descents.Checks;

/// <summary>Scores given to a loss of probabilities between 0 and 1, which cuts them off.</summary>
sealed class LogitsAsProbabilities : ICheck
{
    public string Name => "logits given to a loss of probabilities";

    public Finding? Look(Examination examination)
    {
        if (examination.Given.Loss is not (BinaryCrossentropy { FromLogits: false } or BinaryFocalCrossentropy { FromLogits: false }))
        {
            return null;
        }
        var values = examination.Baseline.Outputs.ToArray<double>();
        var outside = values.Count(value => !(value is >= 0 and <= 1));
        // Outputs that are cut off may well end between 0 and 1: what matters is that nothing keeps them there.
        if (examination.OutputActivation is { Activation: Sigmoid or HardSigmoid or Softmax } || outside == 0 && examination.OutputActivation is not { Activation: Linear })
        {
            return null;
        }
        Loss loss = examination.Given.Loss switch
        {
            BinaryCrossentropy binary => binary with { FromLogits = true },
            BinaryFocalCrossentropy focal => focal with { FromLogits = true },
            var other => other,
        };
        var after = examination.Run("loss from logits", examination.Given with { Loss = loss });
        return new Finding(
            Name, Severity.Error,
            $"The loss '{examination.Given.Loss.Name}' expects probabilities between 0 and 1; what lies outside is cut off, and has no gradient.",
            [new("outputs outside 0 to 1, %", 100.0 * outside / Math.Max(1, values.Length)), new("least output", values.Min()), new("greatest output", values.Max())],
            new Remedy("Give the last layer the activation \"sigmoid\", or the loss FromLogits: true.", new Dictionary<string, string> { ["output-activation"] = "sigmoid" }),
            new Effect($"crossentropy on {examination.Given.Held.X.Shape[0]} held-back rows after {examination.Options.Epochs} epochs", examination.Baseline.HeldLoss, after.HeldLoss, LowerIsBetter: true), examination.LossChart("from logits", after));
    }
}
