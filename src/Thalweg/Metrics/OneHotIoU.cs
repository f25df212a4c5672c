using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Intersection over union of some classes, where one-hot values are expected.</summary>
/// <example><code>
/// var metric = new OneHotIoU(3, targetClassIds: [1]);
/// metric.Update(Tensor.From(new float[,] { { 0, 1, 0 }, { 0, 0, 1 } }), Tensor.From(new float[,] { { 0.1f, 0.7f, 0.2f }, { 0.3f, 0.5f, 0.2f } }));
/// metric.Result().Item()     // 0.5
/// </code></example>
/// <param name="numClasses">How many classes there are.</param>
/// <param name="targetClassIds">The classes that count.</param>
/// <param name="ignoreClass">A class number that doesn't count where it is expected.</param>
/// <param name="sparseYPred">Whether class numbers are predicted, otherwise probabilities.</param>
/// <param name="axis">The axis of the classes.</param>
[Named("one_hot_io_u", "one_hot_iou")]
public sealed class OneHotIoU(int numClasses, IReadOnlyList<int> targetClassIds, int? ignoreClass = null, bool sparseYPred = false, int axis = -1)
    : IoU(numClasses, targetClassIds, ignoreClass, false, sparseYPred, axis);
