using Thalweg.Activations;
using Thalweg.Losses;

namespace Thalweg.Descents.Checks;

/// <summary>A loss of class probabilities on outputs that aren't any: they don't sum to 1.</summary>
sealed class SoftmaxMissing : ICheck
{
    const double Tolerance = 1e-3;

    public string Name => "softmax missing";

    public Finding? Look(Examination examination)
    {
        if (examination.Given.Loss is not (CategoricalCrossentropy { FromLogits: false } or SparseCategoricalCrossentropy { FromLogits: false }))
        {
            return null;
        }
        var outputs = examination.Baseline.Outputs.Cast(DType.Float64);
        var sums = outputs.Sum(axis: -1).ToArray<double>();
        var values = outputs.ToArray<double>();
        if (values.All(double.IsFinite) && values.All(value => value is >= -Tolerance and <= 1 + Tolerance) && sums.All(sum => Math.Abs(sum - 1) <= Tolerance))
        {
            return null;
        }
        if (examination.OutputActivation?.Activation is Softmax)
        {
            return null;                    // not finite for another reason
        }
        var fromLogits = examination.OutputActivation is null;
        Loss loss = !fromLogits ? examination.Given.Loss : examination.Given.Loss switch
        {
            CategoricalCrossentropy categorical => categorical with { FromLogits = true },
            SparseCategoricalCrossentropy sparse => sparse with { FromLogits = true },
            var other => other,
        };
        var after = examination.Run("with softmax", (fromLogits ? examination.Given : examination.Changed(ModelChanges.Output(examination, new Softmax()))) with { Loss = loss });
        return new Finding(
            Name, Severity.Error,
            $"The loss '{examination.Given.Loss.Name}' expects probabilities, but the outputs don't sum to 1: the last layer has no softmax.",
            [new("least sum of a row's outputs", sums.Min()), new("greatest sum of a row's outputs", sums.Max()), new("least output", values.Min()), new("greatest output", values.Max())],
            new Remedy("Give the last layer the activation \"softmax\", or the loss FromLogits: true.", new Dictionary<string, string> { ["output-activation"] = "softmax" }),
            examination.OnAccuracy(after), examination.LossChart("with softmax", after));
    }
}
