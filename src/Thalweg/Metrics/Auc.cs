using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Which curve an area lies under.</summary>
public enum AucCurve
{
    /// <summary>True against false positive rate: receiver operating characteristic.</summary>
    Roc,

    /// <summary>Precision against recall.</summary>
    Pr,
}

/// <summary>How an area between thresholds is reckoned.</summary>
public enum AucSummation
{
    /// <summary>Trapezoids; of a PR curve, with true positives interpolated: Davis and Goadrich, 2006.</summary>
    Interpolation,

    /// <summary>From the lower end.</summary>
    Minoring,

    /// <summary>From the higher end.</summary>
    Majoring,
}

/// <summary>The area under the ROC or the precision–recall curve, from counts at some thresholds.</summary>
/// <example><code>
/// var metric = new Auc();
/// metric.Update(Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// metric.Result().Item()     // 1
/// </code></example>
[Named("auc")]
public sealed class Auc : Metric
{
    const double Beyond = 1e-7;

    readonly AucCurve curve;
    readonly AucSummation summation;
    readonly double[] thresholds;
    readonly bool multiLabel, fromLogits;
    readonly IReadOnlyList<double>? labelWeights;
    Variable? truePositives, falsePositives, trueNegatives, falseNegatives;

    /// <summary>With an area of a curve.</summary>
    /// <param name="numThresholds">How many thresholds, evenly from 0 to 1; 2 or more.</param>
    /// <param name="curve">Which curve.</param>
    /// <param name="summationMethod">How areas between thresholds are reckoned.</param>
    /// <param name="thresholds">Thresholds of one's own between 0 and 1, in place of even ones.</param>
    /// <param name="multiLabel">Whether each place of the last axis has an area of its own, of which the mean is taken.</param>
    /// <param name="numLabels">How many places there are, where they aren't to be found out.</param>
    /// <param name="labelWeights">How much each place counts.</param>
    /// <param name="fromLogits">Whether predictions are scores before the sigmoid.</param>
    public Auc(
        int numThresholds = 200, AucCurve curve = AucCurve.Roc, AucSummation summationMethod = AucSummation.Interpolation, IReadOnlyList<double>? thresholds = null,
        bool multiLabel = false, int? numLabels = null, IReadOnlyList<double>? labelWeights = null, bool fromLogits = false)
    {
        (this.curve, summation, this.multiLabel, this.labelWeights, this.fromLogits) = (curve, summationMethod, multiLabel, labelWeights, fromLogits);
        if (numThresholds < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(numThresholds), numThresholds, "An area needs 2 thresholds or more.");
        }
        (NumThresholds, Thresholds, NumLabels) = (numThresholds, thresholds, numLabels);
        IEnumerable<double> inner = thresholds is { Count: > 0 } ? thresholds.Order() : Enumerable.Range(1, numThresholds - 2).Select(i => i / (numThresholds - 1.0));
        // Beyond both ends, so that the curve reaches its corners.
        this.thresholds = [-Beyond, .. inner, 1 + Beyond];
        if (!multiLabel || numLabels is not null)
        {
            Build(numLabels ?? 0);
        }
    }

    internal int NumThresholds { get; }

    internal AucCurve Curve => curve;

    internal AucSummation SummationMethod => summation;

    internal IReadOnlyList<double>? Thresholds { get; }

    internal bool MultiLabel => multiLabel;

    internal int? NumLabels { get; }

    internal IReadOnlyList<double>? LabelWeights => labelWeights;

    internal bool FromLogits => fromLogits;

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yPred);
        if (truePositives is null)
        {
            Build(yPred.Shape[^1]);
        }
        var counts = Decisions.Count(yTrue, fromLogits ? yPred.Floating().Sigmoid() : yPred, sampleWeight, thresholds, multiLabel, multiLabel ? null : labelWeights);
        truePositives!.Assign(truePositives.Value + counts.TruePositives);
        falsePositives!.Assign(falsePositives.Value + counts.FalsePositives);
        trueNegatives!.Assign(trueNegatives.Value + counts.TrueNegatives);
        falseNegatives!.Assign(falseNegatives.Value + counts.FalseNegatives);
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        if (truePositives is null)
        {
            return Tensor.Scalar(0, DType.Float64);
        }
        var (tp, fp, tn, fn) = (truePositives.Value, falsePositives!.Value, trueNegatives!.Value, falseNegatives!.Value);
        if (curve == AucCurve.Pr && summation == AucSummation.Interpolation)
        {
            return Mean(InterpolatedPrecision(tp, fp, fn).Sum(axis: 0));
        }
        var recall = Quotient.Of(tp, tp + fn);
        var (x, y) = curve == AucCurve.Roc ? (Quotient.Of(fp, fp + tn), recall) : (recall, Quotient.Of(tp, tp + fp));
        var (left, right) = (y[..^1], y[1..]);
        var height = summation switch
        {
            AucSummation.Interpolation => (left + right) / 2,
            AucSummation.Minoring => left.Min(right),
            _ => left.Max(right),
        };
        return Mean(((x[..^1] - x[1..]) * height).Sum(axis: 0));
    }

    void Build(int labels)
    {
        Shape shape = multiLabel ? [thresholds.Length, labels] : [thresholds.Length];
        truePositives = AddState("true_positives", shape);
        falsePositives = AddState("false_positives", shape);
        trueNegatives = AddState("true_negatives", shape);
        falseNegatives = AddState("false_negatives", shape);
    }

    /// <summary>Between thresholds true positives grow linearly with all positives: ∫ TP/P dP in closed form, over all that is so.</summary>
    static Tensor InterpolatedPrecision(Tensor tp, Tensor fp, Tensor fn)
    {
        var p = tp + fp;
        var slope = Quotient.Of(tp[..^1] - tp[1..], (p[..^1] - p[1..]).Relu());
        var intercept = tp[1..] - slope * p[1..];
        var both = (p[..^1] > 0).And(p[1..] > 0);
        var ratio = Tensor.Where(both, Quotient.Of(p[..^1], p[1..].Relu()), 1);
        return Quotient.Of(slope * (tp[..^1] - tp[1..] + intercept * Tensor.Where(both, ratio, 1).Log()), (tp[1..] + fn[1..]).Relu());
    }

    Tensor Mean(Tensor areas)
    {
        if (!multiLabel)
        {
            return areas;
        }
        if (labelWeights is null)
        {
            return areas.Mean();
        }
        var weights = Tensor.From([.. labelWeights], [labelWeights.Count]);
        return Quotient.Of((areas * weights).Sum(), weights.Sum());
    }
}
