using Thalweg.Callbacks;
using Thalweg.Data;

namespace Thalweg.Models;

/// <summary>Epochs of steps, with validation after each, telling callbacks how it goes.</summary>
sealed class TrainingLoop(CompiledModel compiled, Training training, IReadOnlyList<Callback> callbacks, History history)
{
    /// <summary>Trains from one epoch to another, or until a callback stops it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the weights are those after the last whole step.</exception>
    public void Run(Batches data, Batches? validation, int firstEpoch, CancellationToken cancellation)
    {
        Tell(callback => callback.OnTrainBegin(training));
        try
        {
            for (var epoch = firstEpoch; epoch < training.Epochs && !training.IsStopping; epoch++)
            {
                Tell(callback => callback.OnEpochBegin(training, epoch));
                compiled.Reset();
                Steps(data, cancellation);
                var logs = compiled.Logs();
                if (validation is not null)
                {
                    foreach (var (name, value) in compiled.Evaluate(validation, cancellation))
                    {
                        logs["val_" + name] = value;
                    }
                }
                history.Add(epoch, logs);
                Tell(callback => callback.OnEpochEnd(training, epoch, logs));
            }
        }
        finally
        {
            Tell(callback => callback.OnTrainEnd(training));
        }
    }

    void Steps(Batches data, CancellationToken cancellation)
    {
        var step = 0;
        foreach (var batch in data.Epoch())
        {
            cancellation.ThrowIfCancellationRequested();
            Tell(callback => callback.OnBatchBegin(training, step));
            compiled.Train(batch[0]!, batch[1]!, batch[2]);
            if (callbacks.Count > 0)
            {
                var logs = compiled.Logs();
                Tell(callback => callback.OnBatchEnd(training, step, logs));
            }
            step++;
            if (training.IsStopping)
            {
                return;
            }
        }
    }

    void Tell(Action<Callback> what)
    {
        foreach (var callback in callbacks)
        {
            what(callback);
        }
    }
}
