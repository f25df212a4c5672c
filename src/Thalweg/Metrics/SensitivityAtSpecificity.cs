using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>The greatest sensitivity (recall) at a specificity of at least some value.</summary>
/// <example><code>
/// var metric = new SensitivityAtSpecificity(specificity: 0.5);
/// metric.Update(Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// metric.Result().Item()     // 1
/// </code></example>
/// <param name="specificity">Which part of what is not so must get a no.</param>
/// <param name="numThresholds">At how many thresholds, evenly from 0 to 1, it is looked for.</param>
/// <param name="classId">The one class that counts; all where it isn't given.</param>
[Named("sensitivity_at_specificity")]
public sealed class SensitivityAtSpecificity(double specificity, int numThresholds = 200, int? classId = null) : ConstrainedRate(specificity, numThresholds, classId)
{
    internal new double Specificity => Least;

    /// <inheritdoc/>
    public override Tensor Result() => Best(Sensitivity, base.Specificity);
}
