using Thalweg.Callbacks;
using Thalweg.Data;

namespace Thalweg.Models;

/// <summary>Epochs of steps, with validation after each, telling callbacks how it goes.</summary>
sealed class TrainingLoop(CompiledModel compiled, Training training, IReadOnlyList<Callback> callbacks, History history)
{
    readonly Callback[] listeners = [.. callbacks.Where(callback => callback.HearsBatches)];
    int current;

    /// <summary>Trains from one epoch to another, or until a callback stops it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the weights are those after the last whole step.</exception>
    public void Run(Samples data, Batches batches, (Samples Samples, Batches Batches)? validation, int firstEpoch, CancellationToken cancellation)
    {
        Tell(callback => callback.OnTrainBegin(training));
        try
        {
            var start = Math.Max(firstEpoch, training.InitialEpoch);
            for (var epoch = start; epoch < training.Epochs && !training.IsStopping; epoch++)
            {
                Tell(callback => callback.OnEpochBegin(training, epoch));
                compiled.Reset();
                Steps(data, batches, cancellation);
                var logs = compiled.Logs();
                if (validation is { } held)
                {
                    Tell(callback => callback.OnTestBegin(training));
                    var tested = compiled.Evaluate(held.Samples, held.Batches, cancellation);
                    Tell(callback => callback.OnTestEnd(training, tested));
                    foreach (var (name, value) in tested)
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
            compiled.Finish();
            Tell(callback => callback.OnTrainEnd(training));
        }
    }

    void Steps(Samples data, Batches batches, CancellationToken cancellation)
    {
        batches.Shuffle();
        if (listeners.Length > 0)
        {
            training.Inside?.Batch = () => data.Gather(batches[current]);
        }
        for (var step = 0; step < batches.Count && !training.IsStopping; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            current = step;
            foreach (var listener in listeners)
            {
                listener.OnBatchBegin(training, step);
            }
            compiled.Train(data, batches[step]);
            if (listeners.Length > 0)
            {
                var logs = compiled.Logs();
                foreach (var listener in listeners)
                {
                    listener.OnBatchEnd(training, step, logs);
                }
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
