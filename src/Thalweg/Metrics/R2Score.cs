using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>How the scores of outputs become one.</summary>
public enum R2Aggregation
{
    /// <summary>Their plain mean.</summary>
    UniformAverage,

    /// <summary>Their mean by the variance of each.</summary>
    VarianceWeightedAverage,

    /// <summary>They don't: one for each output.</summary>
    None,
}

/// <summary>Which part of the variance is explained: 1 − Σ (y − p)² / Σ (y − ȳ)². 1 is perfect; 0 is no better than the mean.</summary>
/// <example><code>
/// var metric = new R2Score();
/// metric.Update(Tensor.From(new float[,] { { 1f }, { 2f }, { 4f } }), Tensor.From(new float[,] { { 1.5f }, { 2f }, { 3f } }));
/// metric.Result().Item()     // 0.732143
/// </code></example>
/// <param name="classAggregation">How the scores of outputs become one.</param>
/// <param name="numRegressors">How many inputs the score is corrected for ("adjusted"); not at all where it is 0.</param>
[Named("r2_score")]
public sealed class R2Score(R2Aggregation classAggregation = R2Aggregation.UniformAverage, int numRegressors = 0) : Metric
{
    internal R2Aggregation ClassAggregation => classAggregation;

    internal int NumRegressors => numRegressors;

    readonly int numRegressors = Require.NotNegative(numRegressors);
    Variable? samples, squares, sum, residual, count;

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yTrue);
        ArgumentNullException.ThrowIfNull(yPred);
        (yPred, yTrue) = Losses.Ranks.Align(yPred.Cast(DType.Float64), yTrue.Cast(DType.Float64));
        if (yPred.Rank == 1)
        {
            (yPred, yTrue) = (yPred.ExpandDims(-1), yTrue.ExpandDims(-1));
        }
        Shape shape = [yPred.Shape[^1]];
        samples ??= AddState("num_samples");
        squares ??= AddState("squared_sum", shape);
        sum ??= AddState("sum", shape);
        residual ??= AddState("residual", shape);
        count ??= AddState("count", shape);

        var weight = (sampleWeight?.Cast(DType.Float64).Reshape([-1, 1]) ?? Tensor.Ones([1, 1], DType.Float64)).BroadcastTo(yTrue.Shape);
        samples.Assign(samples.Value + yTrue.Size);
        squares.Assign(squares.Value + (yTrue.Square() * weight).Sum(axis: 0));
        sum.Assign(sum.Value + (yTrue * weight).Sum(axis: 0));
        residual.Assign(residual.Value + ((yTrue - yPred).Square() * weight).Sum(axis: 0));
        count.Assign(count.Value + weight.Sum(axis: 0));
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        if (samples is null)
        {
            return Tensor.Scalar(0, DType.Float64);
        }
        var total = squares!.Value - sum!.Value * Quotient.Of(sum.Value, count!.Value);
        var scores = Tensor.Where(total.Equal(0), 0, 1 - residual!.Value / Tensor.Where(total.Equal(0), 1, total));
        var score = classAggregation switch
        {
            R2Aggregation.UniformAverage => scores.Mean(),
            R2Aggregation.VarianceWeightedAverage => Quotient.Of((scores * total).Sum(), total.Sum()),
            _ => scores,
        };
        return numRegressors == 0 ? score : 1 - (1 - score) * (samples.Value - 1) / (samples.Value - numRegressors - 1);
    }
}
