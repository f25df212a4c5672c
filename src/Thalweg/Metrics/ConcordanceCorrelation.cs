using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Mean concordance of expected and predicted along an axis: 2 cov / (var y + var p + (ȳ − p̄)² + 10⁻⁷), which is 1 only where they are equal.</summary>
/// <remarks>Lin, 1989.</remarks>
/// <example><code>
/// var metric = new ConcordanceCorrelation();
/// metric.Update(Tensor.Of(1f, 2f, 4f), Tensor.Of(1.5f, 2f, 3f));
/// metric.Result().Item()     // 0.788732
/// </code></example>
/// <param name="axis">The axis along which values are compared.</param>
[Named("concordance_correlation")]
public sealed class ConcordanceCorrelation(int axis = -1) : MeanMetric
{
    internal int Axis => axis;

    /// <inheritdoc/>
    protected override Tensor PerSample(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = (yTrue.Cast(DType.Float64), yPred.Cast(DType.Float64));
        var (expected, predicted) = (yTrue.Mean(axis, keepDims: true), yPred.Mean(axis, keepDims: true));
        var covariance = ((yTrue - expected) * (yPred - predicted)).Mean(axis);
        return covariance * 2 / (yTrue.Var(axis) + yPred.Var(axis) + (expected - predicted).Square().Mean(axis) + 1e-7);
    }
}
