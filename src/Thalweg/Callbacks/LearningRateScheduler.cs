namespace Thalweg.Callbacks;

/// <summary>Sets the learning rate before each epoch, from the epoch's number and the rate so far.</summary>
/// <example><code>new LearningRateScheduler((epoch, rate) => epoch &lt; 10 ? rate : rate * 0.9)</code></example>
/// <param name="schedule">(epoch, rate) to the rate; the first epoch is 0.</param>
public sealed class LearningRateScheduler(Func<int, double, double> schedule) : Callback
{
    /// <inheritdoc/>
    protected internal override bool HearsBatches => false;

    /// <inheritdoc/>
    public override void OnEpochBegin(Training training, int epoch)
    {
        var optimizer = training.Optimizer;
        optimizer.LearningRate = schedule(epoch, optimizer.LearningRate.At(optimizer.Iterations));
    }
}
