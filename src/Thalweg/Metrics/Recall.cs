using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Which part of what is so gets a yes: TP / (TP + FN).</summary>
/// <example><code>
/// var metric = new Recall();
/// metric.Update(Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// metric.Result().Item()     // 0.666667
/// </code></example>
[Named("recall")]
public sealed class Recall : DecisionMetric
{
    readonly Variable right, wrong;

    /// <summary>At some thresholds, of all classes or one.</summary>
    /// <param name="thresholds">Above which probabilities the answer is yes; ½ where none are given.</param>
    /// <param name="topK">Only the k most probable classes count as yes, whatever their probability.</param>
    /// <param name="classId">The one class that counts; all where it isn't given.</param>
    public Recall(IReadOnlyList<double>? thresholds = null, int? topK = null, int? classId = null) : base(thresholds, topK, classId)
    {
        right = AddState("true_positives", [Thresholds.Count]);
        wrong = AddState("false_negatives", [Thresholds.Count]);
    }

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        var counts = Count(yTrue, yPred, sampleWeight);
        right.Assign(right.Value + counts.TruePositives);
        wrong.Assign(wrong.Value + counts.FalseNegatives);
    }

    /// <inheritdoc/>
    public override Tensor Result() => Single(Quotient.Of(right.Value, right.Value + wrong.Value));
}
