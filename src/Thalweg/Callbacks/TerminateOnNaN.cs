namespace Thalweg.Callbacks;

/// <summary>Stops a training as soon as its loss isn't finite, and says in which batch that was and which weight is the first that isn't finite either.</summary>
public sealed class TerminateOnNaN : Callback
{
    int epoch;

    /// <summary>The epoch and the batch after which the loss wasn't finite; null where it always was.</summary>
    public (int Epoch, int Batch)? Where { get; private set; }

    /// <summary>The path of the first weight with a number that isn't finite: its layer, then its name; null where all are finite.</summary>
    public string? FirstWeight { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training) => (Where, FirstWeight) = (null, null);

    /// <inheritdoc/>
    public override void OnEpochBegin(Training training, int epoch) => this.epoch = epoch;

    /// <inheritdoc/>
    public override void OnBatchEnd(Training training, int batch, IReadOnlyDictionary<string, double> logs)
    {
        if (Where is null && logs.TryGetValue("loss", out var loss) && !double.IsFinite(loss))
        {
            Where = (epoch, batch);
            FirstWeight = training.Weights.FirstOrDefault(weight => weight.DType.IsFloating && weight.Value.IsFinite().All().Item() == 0)?.Path;
            training.Stop();
        }
    }

    /// <summary>What was found, as a sentence; empty where nothing was.</summary>
    public override string ToString() => Where is not { } where ? ""
        : FormattableString.Invariant($"The loss wasn't finite after batch {where.Batch} of epoch {where.Epoch}; ")
            + (FirstWeight is null ? "all weights are finite." : $"the first weight that isn't finite is '{FirstWeight}'. Lower the learning rate, clip gradients (ClipNorm), or scale the inputs.");
}
