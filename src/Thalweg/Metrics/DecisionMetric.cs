namespace Thalweg.Metrics;

/// <summary>A metric that counts right and wrong decisions at some thresholds.</summary>
public abstract class DecisionMetric : Metric
{
    readonly int? topK, classId;

    private protected DecisionMetric(IReadOnlyList<double>? thresholds, int? topK = null, int? classId = null)
    {
        (this.topK, this.classId) = (topK, classId);
        Thresholds = thresholds is { Count: > 0 } ? thresholds : [topK is null ? 0.5 : TopClasses.Far];
        foreach (var threshold in Thresholds)
        {
            if (threshold is < 0 and not TopClasses.Far or > 1 || double.IsNaN(threshold))
            {
                throw new ArgumentOutOfRangeException(nameof(thresholds), threshold, "A threshold is between 0 and 1.");
            }
        }
    }

    /// <summary>Above which probabilities the answer is yes; a result for each.</summary>
    public IReadOnlyList<double> Thresholds { get; }

    internal int? TopK => topK;

    internal int? ClassId => classId;

    /// <summary>A batch's counts.</summary>
    private protected Decisions Count(Tensor yTrue, Tensor yPred, Tensor? sampleWeight)
    {
        if (topK is { } k)
        {
            yPred = TopClasses.Only(yPred.Floating(), k);
        }
        if (classId is { } id)
        {
            (yTrue, yPred) = (yTrue[TensorIndex.Rest, id], yPred[TensorIndex.Rest, id]);
        }
        return Decisions.Count(yTrue, yPred, sampleWeight, Thresholds);
    }

    /// <summary>One number for one threshold, otherwise one for each.</summary>
    private protected static Tensor Single(Tensor values) => values.Size == 1 ? values.Reshape(Shape.Scalar) : values;
}
