using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>The greatest recall at a precision of at least some value.</summary>
/// <example><code>
/// var metric = new RecallAtPrecision(precision: 0.9);
/// metric.Update(Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// metric.Result().Item()     // 1
/// </code></example>
/// <param name="precision">Which part of the yes answers must be right.</param>
/// <param name="numThresholds">At how many thresholds, evenly from 0 to 1, it is looked for.</param>
/// <param name="classId">The one class that counts; all where it isn't given.</param>
[Named("recall_at_precision")]
public sealed class RecallAtPrecision(double precision, int numThresholds = 200, int? classId = null) : ConstrainedRate(precision, numThresholds, classId)
{
    internal new double Precision => Least;

    /// <inheritdoc/>
    public override Tensor Result() => Best(Sensitivity, base.Precision);
}
