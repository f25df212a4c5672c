using Thalweg.Activations;
using Thalweg.Losses;

namespace Thalweg.Descents.Checks;

/// <summary>Numbers to learn that the last activation can't give.</summary>
sealed class TargetsOutOfReach : ICheck
{
    const double LeastPart = 0.01;

    public string Name => "targets out of the output's reach";

    public Finding? Look(Examination examination)
    {
        var given = examination.Given;
        if (given.Loss is not (MeanSquaredError or MeanAbsoluteError or Huber or LogCosh) || examination.OutputActivation is not { } last)
        {
            return null;
        }
        (double Low, double High)? reach = last.Activation switch
        {
            Softmax => (0, 1),
            Relu { MaxValue: null, NegativeSlope: 0 } or Softplus or Exponential => (0, double.PositiveInfinity),
            var other => other.Bounds,
        };
        if (reach is not { } bounds)
        {
            return null;
        }
        var values = given.Y.ToArray<double>();
        var outside = values.Count(value => value < bounds.Low || value > bounds.High);
        if (outside < LeastPart * values.Length)
        {
            return null;
        }
        var after = examination.Run("a linear output", examination.Changed(ModelChanges.Output(examination, Activation.Linear)));
        return new Finding(
            Name, Severity.Error,
            FormattableString.Invariant($"The last activation '{last.Activation.Name}' gives numbers from {bounds.Low} to {bounds.High}, but the targets go from {values.Min():g4} to {values.Max():g4}."),
            [new("targets out of reach, %", 100.0 * outside / values.Length), new("least target", values.Min()), new("greatest target", values.Max())],
            new Remedy("Make the last layer linear, or scale the targets.", new Dictionary<string, string> { ["output-activation"] = "linear" }),
            examination.OnHeldLoss(after), examination.LossChart("linear output", after));
    }
}
