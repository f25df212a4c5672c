using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Intersection over union as the mean of all classes, where one-hot values are expected.</summary>
/// <example><code>
/// var metric = new OneHotMeanIoU(3);
/// metric.Update(Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.25
/// </code></example>
/// <param name="numClasses">How many classes there are.</param>
/// <param name="ignoreClass">A class number that doesn't count where it is expected.</param>
/// <param name="sparseYPred">Whether class numbers are predicted, otherwise probabilities.</param>
/// <param name="axis">The axis of the classes.</param>
[Named("one_hot_mean_io_u", "one_hot_mean_iou")]
public sealed class OneHotMeanIoU(int numClasses, int? ignoreClass = null, bool sparseYPred = false, int axis = -1)
    : IoU(numClasses, [.. Enumerable.Range(0, numClasses)], ignoreClass, false, sparseYPred, axis);
