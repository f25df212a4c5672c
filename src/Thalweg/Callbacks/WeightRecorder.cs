using Thalweg.Catalogs;

namespace Thalweg.Callbacks;

/// <summary>Records the trained weights at the start and after epochs: the path of a training, for its plane of principal components.</summary>
/// <remarks>Each record keeps a copy of the weights: 133,000 weights over 100 epochs are 53 MB.</remarks>
/// <param name="every">After how many epochs each record is made.</param>
public sealed class WeightRecorder(int every = 1) : Callback
{
    readonly int every = Require.Positive(every);
    readonly List<IReadOnlyList<Tensor>> path = [];

    /// <summary>The weights at the start and at each record, those alone that are trained: in the order of the model's trainable weights.</summary>
    public IReadOnlyList<IReadOnlyList<Tensor>> Path => path;

    /// <inheritdoc/>
    protected internal override bool HearsBatches => false;

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training)
    {
        // A second training that goes on from the first begins where that ended.
        if (path.Count == 0)
        {
            Record(training);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(training);
        if ((epoch + 1) % every == 0 || epoch + 1 == training.Epochs)
        {
            Record(training);
        }
    }

    void Record(Training training) => path.Add([.. training.TrainableWeights.Select(weight => weight.Value)]);
}
