using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>The greatest precision at a recall of at least some value.</summary>
/// <example><code>
/// var metric = new PrecisionAtRecall(recall: 0.5);
/// metric.Update(Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// metric.Result().Item()     // 1
/// </code></example>
/// <param name="recall">Which part of what is so must get a yes.</param>
/// <param name="numThresholds">At how many thresholds, evenly from 0 to 1, it is looked for.</param>
/// <param name="classId">The one class that counts; all where it isn't given.</param>
[Named("precision_at_recall")]
public sealed class PrecisionAtRecall(double recall, int numThresholds = 200, int? classId = null) : ConstrainedRate(recall, numThresholds, classId)
{
    internal double Recall => Least;

    /// <inheritdoc/>
    public override Tensor Result() => Best(Precision, Sensitivity);
}
