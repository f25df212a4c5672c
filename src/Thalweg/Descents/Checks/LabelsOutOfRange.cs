using Thalweg.Losses;

namespace Thalweg.Descents.Checks;

/// <summary>Labels that the loss has no place for: class numbers beyond the outputs, or neither 0 nor 1.</summary>
sealed class LabelsOutOfRange : ICheck
{
    public string Name => "labels out of range";

    public Finding? Look(Examination examination)
    {
        var given = examination.Given;
        var values = given.Y.ToArray<double>();
        var (least, greatest) = given.Loss switch
        {
            SparseCategoricalCrossentropy sparse => (0.0, examination.Baseline.Outputs.Shape[examination.Baseline.Outputs.Shape.Axis(sparse.Axis)] - 1.0),
            BinaryCrossentropy or BinaryFocalCrossentropy or CategoricalCrossentropy => (0.0, 1.0),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
        var ignored = (given.Loss as SparseCategoricalCrossentropy)?.IgnoreClass;
        bool IsOutside(double value) => !(value >= least && value <= greatest) && value != ignored;
        var outside = values.Count(IsOutside);
        if (outside == 0)
        {
            return null;
        }
        double[] distinct = [.. values.Concat(given.Held.Y.ToArray<double>()).Distinct().Order()];
        var isMended = distinct.Length <= greatest - least + 1 && given.Loss is not CategoricalCrossentropy;
        Tensor Renumbered(Tensor y) => Tensor.From([.. y.ToArray<double>().Select(value => (float)Array.IndexOf(distinct, value))], y.Size).Reshape(y.Shape).Cast(y.DType);
        var after = isMended ? examination.Run("labels renumbered", given with { Y = Renumbered(given.Y), Held = (given.Held.X, Renumbered(given.Held.Y)) }) : null;
        var found = string.Join(", ", distinct.Where(IsOutside).Take(5).Select(value => value.ToString("g4", System.Globalization.CultureInfo.InvariantCulture)));
        return new Finding(
            Name, Severity.Error,
            FormattableString.Invariant($"The loss '{given.Loss.Name}' on these outputs takes labels from {least} to {greatest}, but there are others: {found}."),
            [new("labels out of range, %", 100.0 * outside / values.Length), new("least label", distinct[0]), new("greatest label", distinct[^1])],
            new Remedy(FormattableString.Invariant($"Number the classes from {least} to {greatest}{(isMended ? $": here y becomes its place among {string.Join(", ", distinct.Select(value => FormattableString.Invariant($"{value:g4}")))}" : "; or give the last layer more units")}."), new Dictionary<string, string>()),
            after is null ? null : examination.OnAccuracy(after),
            after is null ? new Chart("labels", "row", false, [new("label", [.. values.Select((_, i) => (double)i)], values)]) : examination.LossChart("renumbered", after));
    }
}
