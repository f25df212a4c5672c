using Thalweg.Activations;
using Thalweg.Losses;

namespace Thalweg.Descents.Checks;

/// <summary>Probabilities given to a loss of scores, which applies softmax or sigmoid a second time.</summary>
sealed class ProbabilitiesAsLogits : ICheck
{
    public string Name => "softmax or sigmoid twice";

    public Finding? Look(Examination examination)
    {
        Loss? loss = (examination.Given.Loss, examination.OutputActivation?.Activation) switch
        {
            (CategoricalCrossentropy { FromLogits: true } categorical, Softmax) => categorical with { FromLogits = false },
            (SparseCategoricalCrossentropy { FromLogits: true } sparse, Softmax) => sparse with { FromLogits = false },
            (BinaryCrossentropy { FromLogits: true } binary, Sigmoid) => binary with { FromLogits = false },
            (BinaryFocalCrossentropy { FromLogits: true } focal, Sigmoid) => focal with { FromLogits = false },
            _ => null,
        };
        if (loss is null)
        {
            return null;
        }
        // The two losses are different functions: both trainings are judged by the one that is meant, on the training rows.
        var after = examination.Run("loss from probabilities", examination.Given with { Loss = loss });
        double Proper(TrialResult result) => loss.Compute(examination.Given.Y[..result.TrainingOutputs.Shape[0]], result.TrainingOutputs).Mean().Item();
        return new Finding(
            Name, Severity.Error,
            $"The last layer gives probabilities, and the loss '{loss.Name}' with FromLogits: true takes them for scores: the two can't drive the loss to 0.",
            [new("loss at the end, as it is", examination.Baseline.Loss), new("loss at the end, with the remedy", after.Loss)],
            new Remedy("Leave out FromLogits: true, or make the last layer linear.", new Dictionary<string, string> { ["output-activation"] = "linear" }),
            new Effect($"crossentropy of the probabilities on the training rows after {examination.Options.Epochs} epochs", Proper(examination.Baseline), Proper(after), LowerIsBetter: true),
            examination.LossChart("from probabilities", after));
    }
}
