using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>The best of one rate among the thresholds at which another is at least some value; 0 where none is.</summary>
public abstract class ConstrainedRate : Metric
{
    readonly Variable truePositives, falsePositives, trueNegatives, falseNegatives;
    readonly double[] thresholds;
    readonly int? classId;
    readonly double least;

    private protected ConstrainedRate(double least, int numThresholds, int? classId)
    {
        this.least = least is >= 0 and <= 1 ? least : throw new ArgumentOutOfRangeException(nameof(least), least, "The rate to keep is between 0 and 1.");
        this.classId = classId;
        var n = Require.Positive(numThresholds);
        thresholds = n == 1 ? [0.5] : [.. Enumerable.Range(0, n).Select(i => i / (n - 1.0))];
        truePositives = AddState("true_positives", [n]);
        falsePositives = AddState("false_positives", [n]);
        trueNegatives = AddState("true_negatives", [n]);
        falseNegatives = AddState("false_negatives", [n]);
    }

    internal double Least => least;

    internal int NumThresholds => thresholds.Length;

    internal int? ClassId => classId;

    /// <summary>TP / (TP + FN) at each threshold.</summary>
    private protected Tensor Sensitivity => Quotient.Of(truePositives.Value, truePositives.Value + falseNegatives.Value);

    /// <summary>TN / (TN + FP) at each threshold.</summary>
    private protected Tensor Specificity => Quotient.Of(trueNegatives.Value, trueNegatives.Value + falsePositives.Value);

    /// <summary>TP / (TP + FP) at each threshold.</summary>
    private protected Tensor Precision => Quotient.Of(truePositives.Value, truePositives.Value + falsePositives.Value);

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yTrue);
        ArgumentNullException.ThrowIfNull(yPred);
        if (classId is { } id)
        {
            (yTrue, yPred) = (yTrue[TensorIndex.Rest, id], yPred[TensorIndex.Rest, id]);
        }
        var counts = Decisions.Count(yTrue, yPred, sampleWeight, thresholds);
        truePositives.Assign(truePositives.Value + counts.TruePositives);
        falsePositives.Assign(falsePositives.Value + counts.FalsePositives);
        trueNegatives.Assign(trueNegatives.Value + counts.TrueNegatives);
        falseNegatives.Assign(falseNegatives.Value + counts.FalseNegatives);
    }

    /// <summary>The greatest of the rates where the other one is enough.</summary>
    private protected Tensor Best(Tensor rates, Tensor kept) => Tensor.Where(kept >= least, rates, 0).Max();
}
