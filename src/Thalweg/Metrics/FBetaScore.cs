using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How the scores of classes become one.</summary>
public enum ScoreAverage
{
    /// <summary>They don't: one for each class.</summary>
    None,

    /// <summary>Decisions of all classes are counted together.</summary>
    Micro,

    /// <summary>Their plain mean.</summary>
    Macro,

    /// <summary>Their mean by how often each class is so.</summary>
    Weighted,
}

/// <summary>(1 + β²) P R / (β² P + R): the harmonic mean of precision P and recall R, with recall counting β times.</summary>
/// <example><code>
/// var metric = new FBetaScore(ScoreAverage.Macro, beta: 2);
/// metric.Update(Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.277778
/// </code></example>
[Named("fbeta_score", "f_beta_score")]
public class FBetaScore : Metric
{
    const double Epsilon = 1e-7;

    readonly double beta;
    readonly double? threshold;
    readonly ScoreAverage average;
    Variable? right, wrong, missing, so;

    /// <summary>Of all classes.</summary>
    /// <param name="average">How the scores of classes become one.</param>
    /// <param name="beta">How much recall counts, β.</param>
    /// <param name="threshold">Above which probability a class is a yes; only the most probable class where it isn't given.</param>
    public FBetaScore(ScoreAverage average = ScoreAverage.None, double beta = 1, double? threshold = null)
    {
        (this.average, this.threshold) = (average, threshold);
        this.beta = Require.Positive(beta);
    }

    internal ScoreAverage Average => average;

    internal double Beta => beta;

    internal double? Threshold => threshold;

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yTrue);
        ArgumentNullException.ThrowIfNull(yPred);
        Shape shape = average == ScoreAverage.Micro ? Shape.Scalar : [yPred.Shape[^1]];
        right ??= AddState("true_positives", shape);
        wrong ??= AddState("false_positives", shape);
        missing ??= AddState("false_negatives", shape);
        so ??= AddState("intermediate_weights", shape);

        yPred = yPred.Floating();
        var yes = (threshold is { } limit ? yPred > limit : (yPred >= yPred.Max(axis: -1, keepDims: true)).And(yPred.Abs() > 1e-9)).Cast(DType.Float64);
        var truth = yTrue.Cast(DType.Float64);
        var weight = sampleWeight?.Cast(DType.Float64).Reshape([-1, 1]) ?? Tensor.Ones([1, 1], DType.Float64);
        Tensor Sum(Tensor values) => average == ScoreAverage.Micro ? (values * weight).Sum() : (values * weight).Sum(axis: 0);
        right.Assign(right.Value + Sum(yes * truth));
        wrong.Assign(wrong.Value + Sum(yes * (1 - truth)));
        missing.Assign(missing.Value + Sum((1 - yes) * truth));
        so.Assign(so.Value + Sum(truth));
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        if (right is null)
        {
            return Tensor.Scalar(0, DType.Float64);
        }
        var (precision, recall) = (right.Value / (right.Value + wrong!.Value + Epsilon), right.Value / (right.Value + missing!.Value + Epsilon));
        var scores = precision * recall * (1 + beta * beta) / (precision * (beta * beta) + recall + Epsilon);
        return average switch
        {
            ScoreAverage.Weighted => (scores * (so!.Value / (so.Value.Sum() + Epsilon))).Sum(),
            ScoreAverage.Macro => scores.Mean(),
            _ => scores,
        };
    }
}
