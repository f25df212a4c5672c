using System.Globalization;
using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How often each class was taken for each: rows are what was expected, columns what was predicted.</summary>
/// <remarks>In a history it stands as its accuracy, the part of the sum that lies on the diagonal.</remarks>
/// <example><code>
/// var metric = new ConfusionMatrix(["setosa", "versicolor", "virginica"]);
/// metric.Update(Tensor.Of(0, 1, 2, 1), Tensor.Of(0, 2, 2, 1));
/// metric.Result()[1, 2].Item()     // 0
/// </code></example>
[Named("confusion_matrix")]
public sealed class ConfusionMatrix : Metric
{
    readonly Variable counts;

    /// <summary>Of classes with names.</summary>
    public ConfusionMatrix(IReadOnlyList<string> classNames) : this((classNames ?? throw new ArgumentNullException(nameof(classNames))).Count) => ClassNames = classNames;

    /// <summary>Of a number of classes, named by their numbers.</summary>
    public ConfusionMatrix(int numClasses)
    {
        ClassNames = [.. Enumerable.Range(0, Require.Positive(numClasses)).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        counts = AddState("counts", [numClasses, numClasses]);
    }

    /// <summary>What the classes are called, in the order of rows and columns.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>How often one class was taken for another.</summary>
    /// <exception cref="ArgumentException">There is no class of that name.</exception>
    public double this[string expected, string predicted] => counts.Value[Index(expected), Index(predicted)].Item();

    /// <summary>Takes in a batch: class numbers, or one-hot; a single probability means class 1 above ½.</summary>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yTrue);
        ArgumentNullException.ThrowIfNull(yPred);
        var predicted = yPred.Rank > 1 && yPred.Shape[^1] > 1 ? yPred.ArgMax(axis: -1) : (yPred.Floating() > 0.5).Cast(DType.Int32);
        var expected = yTrue.Rank > 1 && yTrue.Shape[^1] > 1 ? yTrue.ArgMax(axis: -1) : yTrue.Cast(DType.Int32);
        counts.Assign(counts.Value + ClassCounts.Of(expected, predicted, ClassNames.Count, sampleWeight));
    }

    /// <summary>The whole matrix, (classes, classes).</summary>
    public override Tensor Result() => counts.Value;

    /// <inheritdoc/>
    protected internal override double Logged() => Quotient.Of((counts.Value * Tensor.Eye(ClassNames.Count, type: DType.Float64)).Sum(), counts.Value.Sum()).Item();

    int Index(string name)
    {
        for (var i = 0; i < ClassNames.Count; i++)
        {
            if (ClassNames[i] == name)
            {
                return i;
            }
        }
        throw new ArgumentException($"There is no class '{name}'. Known: {string.Join(", ", ClassNames)}.", nameof(name));
    }
}
