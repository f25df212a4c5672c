using Thalweg.Catalogs;

namespace Thalweg.Metrics;

/// <summary>Intersection over union of expected and predicted places, TP / (TP + FP + FN), as the mean of some classes.</summary>
/// <remarks>As in Keras 3.15, counts are whole numbers: fractional sample weights lose their fraction.</remarks>
/// <example><code>
/// var metric = new IoU(3, targetClassIds: [1]);
/// metric.Update(Tensor.Of(0, 1, 2, 1), Tensor.Of(0, 2, 2, 1));
/// metric.Result().Item()     // 0.5
/// </code></example>
[Named("io_u", "iou")]
public class IoU : Metric
{
    const double Epsilon = 1e-7;

    readonly int numClasses, axis;
    readonly int? ignoreClass;
    readonly bool sparseTrue, sparsePred;
    readonly Variable matrix;

    /// <summary>Of some classes.</summary>
    /// <param name="numClasses">How many classes there are.</param>
    /// <param name="targetClassIds">The classes that count.</param>
    /// <param name="ignoreClass">A class number that doesn't count where it is expected.</param>
    /// <param name="sparseYTrue">Whether class numbers are expected, otherwise one-hot.</param>
    /// <param name="sparseYPred">Whether class numbers are predicted, otherwise probabilities.</param>
    /// <param name="axis">The axis of the probabilities.</param>
    public IoU(int numClasses, IReadOnlyList<int> targetClassIds, int? ignoreClass = null, bool sparseYTrue = true, bool sparseYPred = true, int axis = -1)
    {
        ArgumentNullException.ThrowIfNull(targetClassIds);
        (this.ignoreClass, sparseTrue, sparsePred, this.axis) = (ignoreClass, sparseYTrue, sparseYPred, axis);
        this.numClasses = Require.Positive(numClasses);
        TargetClassIds = targetClassIds;
        if (targetClassIds.Count == 0 || targetClassIds.Any(id => id < 0 || id >= numClasses))
        {
            throw new ArgumentException($"Target classes are numbers from 0 to {numClasses - 1}, but got {string.Join(", ", targetClassIds)}.", nameof(targetClassIds));
        }
        matrix = AddState("total_confusion_matrix", [numClasses, numClasses]);
    }

    /// <summary>The classes that count.</summary>
    public IReadOnlyList<int> TargetClassIds { get; }

    internal int NumClasses => numClasses;

    internal int? IgnoreClass => ignoreClass;

    internal bool SparseYTrue => sparseTrue;

    internal bool SparseYPred => sparsePred;

    internal int Axis => axis;

    /// <inheritdoc/>
    public override void Update(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yTrue);
        ArgumentNullException.ThrowIfNull(yPred);
        var expected = (sparseTrue ? yTrue : yTrue.ArgMax(axis)).Flatten().Cast(DType.Int32);
        var predicted = (sparsePred ? yPred : yPred.ArgMax(axis)).Flatten().Cast(DType.Int32);
        var weight = sampleWeight?.Cast(DType.Int32).Flatten();
        if (ignoreClass is { } ignored)
        {
            var counts = expected.NotEqual(ignored).Cast(DType.Int32);
            weight = weight is null ? counts : weight * counts;
        }
        matrix.Assign(matrix.Value + ClassCounts.Of(expected, predicted, numClasses, weight));
    }

    /// <inheritdoc/>
    public override Tensor Result()
    {
        var own = (matrix.Value * Tensor.Eye(numClasses, type: DType.Float64)).Sum(axis: 0);
        var union = matrix.Value.Sum(axis: 0) + matrix.Value.Sum(axis: 1) - own;
        int[] targets = [.. TargetClassIds];
        (own, union) = (own.Gather(targets), union.Gather(targets));
        return Quotient.Of((own / (union + Epsilon)).Sum(), (union > 0).Cast(DType.Float64).Sum());
    }
}
