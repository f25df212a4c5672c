namespace Thalweg.Metrics;

/// <summary>How many yes and no decisions were right and wrong, at each of some thresholds; a label's count by weight.</summary>
/// <param name="TruePositives">Yes, rightly.</param>
/// <param name="FalsePositives">Yes, wrongly.</param>
/// <param name="TrueNegatives">No, rightly.</param>
/// <param name="FalseNegatives">No, wrongly.</param>
sealed record Decisions(Tensor TruePositives, Tensor FalsePositives, Tensor TrueNegatives, Tensor FalseNegatives)
{
    /// <summary>Counts a batch: (thresholds), or (thresholds, labels) where each label is counted by itself.</summary>
    /// <param name="yTrue">Truth values, of the shape of the predictions.</param>
    /// <param name="yPred">Probabilities; above a threshold means yes.</param>
    /// <param name="sampleWeight">A weight per sample or per decision.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="perLabel">Whether the last axis stays.</param>
    /// <param name="labelWeights">A weight for each place of the last axis.</param>
    public static Decisions Count(Tensor yTrue, Tensor yPred, Tensor? sampleWeight, IReadOnlyList<double> thresholds, bool perLabel = false, IReadOnlyList<double>? labelWeights = null)
    {
        yPred = yPred.Floating();
        (yPred, yTrue) = Losses.Ranks.Align(yPred, yTrue);
        if (yPred.Rank == 1)
        {
            (yPred, yTrue) = (yPred.ExpandDims(-1), yTrue.ExpandDims(-1));
        }
        var weight = Weight(sampleWeight, yPred.Shape);
        if (labelWeights is not null)
        {
            weight *= Tensor.From([.. labelWeights], [labelWeights.Count]);
        }
        int[] columns = perLabel ? [-1, yPred.Shape[^1]] : [-1, 1];
        var (positive, weights) = (yTrue.BroadcastTo(yPred.Shape).Cast(DType.Bool).Cast(DType.Float64).Reshape(columns), weight.BroadcastTo(yPred.Shape).Reshape(columns));
        var limits = yPred.DType == DType.Float32 ? Tensor.From([.. thresholds.Select(threshold => (float)threshold)], [thresholds.Count, 1, 1]) : Tensor.From([.. thresholds], [thresholds.Count, 1, 1]);
        var yes = (yPred.Reshape(columns).ExpandDims(0) > limits).Cast(DType.Float64);
        var (trueWeight, falseWeight) = (positive * weights, (1 - positive) * weights);
        int[] summed = perLabel ? [1] : [1, 2];
        return new Decisions((yes * trueWeight).Sum(summed), (yes * falseWeight).Sum(summed), ((1 - yes) * falseWeight).Sum(summed), ((1 - yes) * trueWeight).Sum(summed));
    }

    /// <summary>Weights in the shape of the decisions.</summary>
    static Tensor Weight(Tensor? sampleWeight, Shape shape)
    {
        if (sampleWeight is null)
        {
            return Tensor.Ones([1], DType.Float64);
        }
        var weight = sampleWeight.Cast(DType.Float64);
        while (weight.Rank < shape.Rank)
        {
            weight = weight.ExpandDims(-1);
        }
        return weight;
    }
}
