using Thalweg.Catalogs;

namespace Thalweg.Callbacks;

/// <summary>Which way a monitored number gets better.</summary>
public enum MonitorMode
{
    /// <summary>Up for accuracies and the like, down for everything else; told by the name.</summary>
    Auto,

    /// <summary>Down.</summary>
    Min,

    /// <summary>Up.</summary>
    Max,
}

/// <summary>Stops a training when a number has not got better for some epochs. Behaves as Keras's.</summary>
/// <example><code>new EarlyStopping("val_loss", patience: 10) { RestoreBestWeights = true }</code></example>
/// <param name="monitor">The number that is watched.</param>
/// <param name="patience">How many epochs without improvement are borne.</param>
public sealed class EarlyStopping(string monitor = "val_loss", int patience = 0) : Callback
{
    double best;
    int waited;
    Tensor[]? bestWeights;

    /// <summary>The number that is watched.</summary>
    public string Monitor { get; } = monitor;

    /// <summary>How many epochs without improvement are borne.</summary>
    public int Patience { get; } = Require.NotNegative(patience);

    /// <summary>How much better counts as better.</summary>
    public double MinDelta { get; init => field = Require.NotNegative(value); }

    /// <summary>Which way is better.</summary>
    public MonitorMode Mode { get; init; }

    /// <summary>What the number must get better than from the start; nothing where it isn't given.</summary>
    public double? Baseline { get; init; }

    /// <summary>Whether the weights of the best epoch come back when training ends, stopped or not.</summary>
    public bool RestoreBestWeights { get; init; }

    /// <summary>The epoch from which on the number is watched.</summary>
    public int StartFromEpoch { get; init; }

    /// <summary>The epoch after which training was stopped; null where it ran to its end.</summary>
    public int? StoppedEpoch { get; private set; }

    /// <summary>The epoch with the best number.</summary>
    public int BestEpoch { get; private set; }

    Monitored Watched => field ??= new Monitored(Monitor, Mode);

    /// <inheritdoc/>
    protected internal override bool HearsBatches => false;

    /// <inheritdoc/>
    public override void OnTrainBegin(Training training)
    {
        Watched.Require(training, nameof(EarlyStopping));
        (best, waited, bestWeights, StoppedEpoch, BestEpoch) = (Watched.Worst, 0, null, null, 0);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        if (epoch < StartFromEpoch || !logs.TryGetValue(Monitor, out var current))
        {
            return;
        }
        if (RestoreBestWeights && bestWeights is null)
        {
            bestWeights = [.. training.Weights.Select(weight => weight.Value)];
            BestEpoch = epoch;
        }
        waited++;
        if (IsBetter(current, best))
        {
            (best, BestEpoch) = (current, epoch);
            if (RestoreBestWeights)
            {
                bestWeights = [.. training.Weights.Select(weight => weight.Value)];
            }
            if (Baseline is not { } baseline || IsBetter(current, baseline))
            {
                waited = 0;
            }
            return;
        }
        if (waited >= Patience && epoch > 0)
        {
            StoppedEpoch = epoch;
            training.Stop();
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Training training)
    {
        if (bestWeights is null)
        {
            return;
        }
        for (var i = 0; i < bestWeights.Length; i++)
        {
            training.Weights[i].Assign(bestWeights[i]);
        }
        bestWeights = null;
    }

    bool IsBetter(double current, double reference) => Watched.IsBetter(current, reference, MinDelta);
}
