using Thalweg.Losses;

namespace Thalweg.Descents;

/// <summary>Classes that were given to rows, beside those they have.</summary>
sealed class ClassScores(int[] expected, int[] predicted, int classes)
{
    /// <summary>The part of the rows whose class is right.</summary>
    public double Accuracy => expected.Zip(predicted, (a, b) => a == b ? 1.0 : 0).DefaultIfEmpty(double.NaN).Average();

    /// <summary>For each class, the part of its rows that were given it; NaN for a class without rows.</summary>
    public IReadOnlyList<double> Recalls => [.. Enumerable.Range(0, classes).Select(label =>
    {
        int[] own = [.. Enumerable.Range(0, expected.Length).Where(row => expected[row] == label)];
        return own.Length == 0 ? double.NaN : own.Count(row => predicted[row] == label) / (double)own.Length;
    })];

    /// <summary>The mean of the recalls of classes that have rows.</summary>
    public double BalancedAccuracy => Recalls.Where(recall => !double.IsNaN(recall)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>The classes of labels, by a loss that learns classes: one-hot rows, numbers, or 0 and 1. Null where the labels aren't classes.</summary>
    public static (int[] Classes, int Count)? Of(Tensor y, Loss loss)
    {
        var values = y.ToArray<double>();
        if (y.Rank == 2 && y.Shape[1] > 1)
        {
            var columns = y.Shape[1];
            var isOneHot = values.All(value => value is 0 or 1) && values.Chunk(columns).All(row => row.Sum() == 1);
            return isOneHot ? ([.. values.Chunk(columns).Select(row => Array.IndexOf(row, 1.0))], columns) : null;
        }
        if (y.Size != y.Shape[0] || values.Any(value => value != Math.Floor(value)))
        {
            return null;
        }
        double[] distinct = [.. values.Distinct().Order()];
        return loss switch
        {
            SparseCategoricalCrossentropy when distinct[0] >= 0 => ([.. values.Select(value => (int)value)], (int)distinct[^1] + 1),
            SparseCategoricalCrossentropy => ([.. values.Select(value => Array.IndexOf(distinct, value))], distinct.Length),
            BinaryCrossentropy or BinaryFocalCrossentropy or Hinge or SquaredHinge when distinct.Length <= 2 =>
                ([.. values.Select(value => distinct.Length == 1 ? (value > 0 ? 1 : 0) : Array.IndexOf(distinct, value))], 2),
            _ => null,
        };
    }

    /// <summary>The scores of outputs; null where no classes are learned.</summary>
    public static ClassScores? Of(Tensor y, Tensor outputs, Loss loss)
    {
        if (Of(y, loss) is not { } labels)
        {
            return null;
        }
        if (outputs.Rank == 2 && outputs.Shape[1] > 1)
        {
            return new ClassScores(labels.Classes, outputs.ArgMax(axis: 1).ToArray<int>(), Math.Max(labels.Count, outputs.Shape[1]));
        }
        var threshold = loss is BinaryCrossentropy { FromLogits: false } or BinaryFocalCrossentropy { FromLogits: false } ? 0.5 : 0;
        return new ClassScores(labels.Classes, [.. outputs.ToArray<double>().Select(value => value > threshold ? 1 : 0)], labels.Count);
    }
}
