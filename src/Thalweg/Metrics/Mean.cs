using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>The weighted mean of values that are given to it.</summary>
/// <example><code>
/// var mean = new Mean();
/// mean.Update(Tensor.Of(1f, 3f));
/// mean.Result().Item()     // 2
/// </code></example>
[Named("mean")]
public sealed class Mean : MeanMetric
{
    /// <summary>Takes in values.</summary>
    public void Update(Tensor values, Tensor? sampleWeight = null) => Add(values, sampleWeight);

    /// <summary>Takes in predictions; what was expected doesn't matter.</summary>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred) => yPred;
}
