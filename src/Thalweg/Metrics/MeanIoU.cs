using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Intersection over union, as the mean of all classes.</summary>
/// <example><code>
/// var metric = new MeanIoU(3);
/// metric.Update(Tensor.Of(0, 1, 2, 1), Tensor.Of(0, 2, 2, 1));
/// metric.Result().Item()     // 0.666667
/// </code></example>
/// <param name="numClasses">How many classes there are.</param>
/// <param name="ignoreClass">A class number that doesn't count where it is expected.</param>
/// <param name="sparseYTrue">Whether class numbers are expected, otherwise one-hot.</param>
/// <param name="sparseYPred">Whether class numbers are predicted, otherwise probabilities.</param>
/// <param name="axis">The axis of the probabilities.</param>
[Named("mean_io_u", "mean_iou")]
public sealed class MeanIoU(int numClasses, int? ignoreClass = null, bool sparseYTrue = true, bool sparseYPred = true, int axis = -1)
    : IoU(numClasses, [.. Enumerable.Range(0, numClasses)], ignoreClass, sparseYTrue, sparseYPred, axis);
