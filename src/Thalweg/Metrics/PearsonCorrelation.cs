using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean correlation of expected and predicted along an axis: covariance over the product of the standard deviations.</summary>
/// <example><code>
/// var metric = new PearsonCorrelation();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 1
/// </code></example>
/// <param name="axis">The axis along which values are compared.</param>
[Named("pearson_correlation")]
public sealed class PearsonCorrelation(int axis = -1) : MeanMetric
{
    internal int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = (yTrue.Cast(DType.Float64), yPred.Cast(DType.Float64));
        return (Standard(yTrue) * Standard(yPred)).Mean(axis);
    }

    Tensor Standard(Tensor x) => (x - x.Mean(axis, keepDims: true)) / x.Std(axis, keepDims: true);
}
