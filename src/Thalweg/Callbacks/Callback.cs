namespace Thalweg.Callbacks;

/// <summary>Something that is told how a training goes, and may step in. Override what you want to hear.</summary>
public abstract class Callback
{
    /// <summary>Whether it wants to be told of every step; where nobody does, steps cost nothing beside their work.</summary>
    protected internal virtual bool HearsBatches => true;

    /// <summary>Before the first epoch.</summary>
    public virtual void OnTrainBegin(Training training)
    {
    }

    /// <summary>After the last epoch, also where the training was stopped or cancelled.</summary>
    public virtual void OnTrainEnd(Training training)
    {
    }

    /// <summary>Before an epoch; the first is 0.</summary>
    public virtual void OnEpochBegin(Training training, int epoch)
    {
    }

    /// <summary>After an epoch, with its loss and metrics, validation's included.</summary>
    public virtual void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
    }

    /// <summary>Before a step; the first of each epoch is 0.</summary>
    public virtual void OnBatchBegin(Training training, int batch)
    {
    }

    /// <summary>After a step, with loss and metrics over the epoch so far.</summary>
    public virtual void OnBatchEnd(Training training, int batch, IReadOnlyDictionary<string, double> logs)
    {
    }

    /// <summary>Before the model is tested, at the end of an epoch.</summary>
    public virtual void OnTestBegin(Training training)
    {
    }

    /// <summary>After the model was tested.</summary>
    public virtual void OnTestEnd(Training training, IReadOnlyDictionary<string, double> logs)
    {
    }
}
