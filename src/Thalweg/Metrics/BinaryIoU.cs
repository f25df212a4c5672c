using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Intersection over union of yes and no, from probabilities.</summary>
/// <example><code>
/// var metric = new BinaryIoU();
/// metric.Update(Tensor.Of(1f, 0f, 1f, 1f), Tensor.Of(0.9f, 0.2f, 0.6f, 0.3f));
/// metric.Result().Item()     // 0.583333
/// </code></example>
/// <param name="targetClassIds">Which count: 0 for no, 1 for yes; both where none are given.</param>
/// <param name="threshold">From which probability on the answer is yes.</param>
[Named("binary_io_u", "binary_iou")]
public sealed class BinaryIoU(IReadOnlyList<int>? targetClassIds = null, double threshold = 0.5) : IoU(2, targetClassIds ?? [0, 1])
{
    internal double Threshold => threshold;

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yPred);
        base.Update(yTrue, (yPred.Floating() >= threshold).Cast(DType.Int32), sampleWeight);
    }
}
