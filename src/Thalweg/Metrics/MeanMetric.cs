using Thalweg.Losses;

namespace Thalweg.Metrics;

/// <summary>A metric that is the weighted mean of one value per sample.</summary>
public abstract class MeanMetric : Metric
{
    readonly Variable total;
    readonly Variable count;

    private protected MeanMetric()
    {
        total = AddState("total");
        count = AddState("count");
    }

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        var mask = sampleWeight is null ? null : Mask(yTrue);
        Add(PerSample(yTrue, yPred), mask is null ? sampleWeight : sampleWeight!.Cast(DType.Float64) * mask.Cast(DType.Float64));
    }

    /// <summary>Which samples count where they have weights; null where all do. Without weights all count, as in Keras.</summary>
    private protected virtual Tensor? Mask(Tensor yTrue) => null;

    /// <inheritdoc/>
    public override Tensor Result() => Tensor.Where(count.Value.Equal(0), 0, total.Value / Tensor.Where(count.Value.Equal(0), 1, count.Value));

    /// <summary>One value per sample, of which the metric is the mean.</summary>
    protected abstract Tensor PerSample(Tensor yTrue, Tensor yPred);

    /// <summary>The values of a batch, for a metric that chooses among others.</summary>
    internal Tensor Values(Tensor yTrue, Tensor yPred) => PerSample(yTrue, yPred);

    /// <summary>Takes in values, each counting as its weight says; axes that the weights lack are averaged first.</summary>
    private protected void Add(Tensor values, Tensor? weight)
    {
        values = values.Cast(DType.Float64);
        if (weight is null)
        {
            total.Assign(total.Value + (values.Rank > 1 ? values.Mean([.. Enumerable.Range(1, values.Rank - 1)]) : values).Sum());
            count.Assign(count.Value + (values.Rank > 1 ? values.Shape[0] : values.Size));
            return;
        }
        weight = weight.Cast(DType.Float64);
        (values, weight) = Ranks.Align(values, weight);
        if (values.Rank > weight.Rank)
        {
            values = values.Mean([.. Enumerable.Range(weight.Rank, values.Rank - weight.Rank)]);
        }
        weight = weight.BroadcastTo(values.Shape);
        values *= weight;
        if (values.Rank > 1)
        {
            int[] inner = [.. Enumerable.Range(1, values.Rank - 1)];
            (values, weight) = (values.Mean(inner), weight.Mean(inner));
        }
        total.Assign(total.Value + values.Sum());
        count.Assign(count.Value + weight.Sum());
    }
}
