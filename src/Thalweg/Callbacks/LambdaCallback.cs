namespace Thalweg.Callbacks;

/// <summary>A callback from functions.</summary>
/// <example><code>new LambdaCallback { EpochEnd = (training, epoch, logs) => Console.WriteLine(logs["loss"]) }</code></example>
public sealed class LambdaCallback : Callback
{
    /// <summary>Before the first epoch.</summary>
    public Action<Training>? TrainBegin { get; init; }

    /// <summary>After the last epoch.</summary>
    public Action<Training>? TrainEnd { get; init; }

    /// <summary>Before an epoch.</summary>
    public Action<Training, int>? EpochBegin { get; init; }

    /// <summary>After an epoch.</summary>
    public Action<Training, int, IReadOnlyDictionary<string, double>>? EpochEnd { get; init; }

    /// <summary>Before a step.</summary>
    public Action<Training, int>? BatchBegin { get; init; }

    /// <summary>After a step.</summary>
    public Action<Training, int, IReadOnlyDictionary<string, double>>? BatchEnd { get; init; }

    /// <inheritdoc/>
    protected internal override bool HearsBatches => BatchBegin is not null || BatchEnd is not null;

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training) => TrainBegin?.Invoke(training);

    /// <inheritdoc/>
    public override void OnTrainEnd(Training training) => TrainEnd?.Invoke(training);

    /// <inheritdoc/>
    public override void OnEpochBegin(Training training, int epoch) => EpochBegin?.Invoke(training, epoch);

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs) => EpochEnd?.Invoke(training, epoch, logs);

    /// <inheritdoc/>
    public override void OnBatchBegin(Training training, int batch) => BatchBegin?.Invoke(training, batch);

    /// <inheritdoc/>
    public override void OnBatchEnd(Training training, int batch, IReadOnlyDictionary<string, double> logs) => BatchEnd?.Invoke(training, batch, logs);
}
