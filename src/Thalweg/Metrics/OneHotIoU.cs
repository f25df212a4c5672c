using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Intersection over union of some classes, where one-hot values are expected.</summary>
/// <param name="numClasses">How many classes there are.</param>
/// <param name="targetClassIds">The classes that count.</param>
/// <param name="ignoreClass">A class number that doesn't count where it is expected.</param>
/// <param name="sparseYPred">Whether class numbers are predicted, otherwise probabilities.</param>
/// <param name="axis">The axis of the classes.</param>
[Named("one_hot_io_u", "one_hot_iou")]
public sealed class OneHotIoU(int numClasses, IReadOnlyList<int> targetClassIds, int? ignoreClass = null, bool sparseYPred = false, int axis = -1)
    : IoU(numClasses, targetClassIds, ignoreClass, false, sparseYPred, axis);
