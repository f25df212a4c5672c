using Thalweg.Catalogs;

namespace Thalweg.Callbacks;

/// <summary>Multiplies the learning rate by a factor when a number has not got better for some epochs. Behaves as Keras's ReduceLROnPlateau.</summary>
/// <param name="monitor">The number that is watched.</param>
/// <param name="factor">The factor, in (0, 1).</param>
/// <param name="patience">How many epochs without improvement are borne.</param>
public sealed class ReduceLearningRateOnPlateau(string monitor = "val_loss", double factor = 0.1, int patience = 10) : Callback
{
    double best;
    int waited, cooling;

    /// <summary>The number that is watched.</summary>
    public string Monitor { get; } = monitor;

    /// <summary>What the learning rate is multiplied by.</summary>
    public double Factor { get; } = Require.Positive(Require.InUnitInterval(factor));

    /// <summary>How many epochs without improvement are borne.</summary>
    public int Patience { get; } = Require.NotNegative(patience);

    /// <summary>Which way is better.</summary>
    public MonitorMode Mode { get; init; }

    /// <summary>How much better counts as better.</summary>
    public double MinDelta { get; init => field = Require.NotNegative(value); } = 1e-4;

    /// <summary>For how many epochs after a reduction none is waited for.</summary>
    public int Cooldown { get; init => field = Require.NotNegative(value); }

    /// <summary>Below this the rate isn't reduced.</summary>
    public double LeastLearningRate { get; init => field = Require.NotNegative(value); }

    Monitored Watched => field ??= new Monitored(Monitor, Mode);

    /// <inheritdoc/>
    protected internal override bool HearsBatches => false;

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training)
    {
        Watched.Require(training, nameof(ReduceLearningRateOnPlateau));
        (best, waited, cooling) = (Watched.Worst, 0, 0);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        if (!logs.TryGetValue(Monitor, out var current))
        {
            return;
        }
        if (cooling > 0)
        {
            (cooling, waited) = (cooling - 1, 0);
        }
        if (Watched.IsBetter(current, best, MinDelta))
        {
            (best, waited) = (current, 0);
            return;
        }
        if (cooling > 0 || ++waited < Patience)
        {
            return;
        }
        var optimizer = training.Optimizer;
        var rate = optimizer.LearningRate.At(optimizer.Iterations);
        if (rate > LeastLearningRate)
        {
            optimizer.LearningRate = Math.Max(rate * Factor, LeastLearningRate);
            (cooling, waited) = (Cooldown, 0);
        }
    }
}
