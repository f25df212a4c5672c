using System.Diagnostics;
using Thalweg.Callbacks;
using Thalweg.Descents;

namespace Thalweg.Lab.Runs;

/// <summary>Follows a training from inside: keeps what each epoch gave, shows it, and holds it up while it is paused.</summary>
sealed class LiveTraining : Callback, IDisposable
{
    readonly long id;
    readonly RunStore store;
    readonly RunFiles files;
    readonly TimeSpan limit;
    readonly Action<RunFeed> changed;
    readonly ManualResetEventSlim mayGo = new(initialState: true);
    readonly CancellationTokenSource stop = new();
    readonly List<float> losses = [];
    GradientFlow? flow;
    long since;
    double before, mean;
    int rows, batchSize, counted, stride, looked;
    bool begun, isOver;

    /// <summary>A training that is about to begin.</summary>
    public LiveTraining(long id, RunStore store, RunFiles files, TimeSpan limit, Action<RunFeed> changed)
    {
        (this.id, this.store, this.files, this.limit, this.changed) = (id, store, files, limit, changed);
        since = Stopwatch.GetTimestamp();
    }

    /// <summary>What it has to show.</summary>
    public RunFeed Feed { get; } = new();

    /// <summary>Ends the training between two steps.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Whether it has worked as long as a training may.</summary>
    public bool IsOverTime { get; private set; }

    /// <summary>Whether it waits until it may go on.</summary>
    public bool IsPaused => !mayGo.IsSet;

    /// <summary>Says what the training goes through, and what watches its gradients.</summary>
    public void Follow(int rows, int batchSize, GradientFlow flow) => (this.rows, this.batchSize, this.flow) = (rows, batchSize, flow);

    /// <summary>Holds it up, or lets it go on.</summary>
    public void Pause(bool pause)
    {
        if (pause)
            mayGo.Reset();
        else
            mayGo.Set();
    }

    /// <summary>Ends it after the current step.</summary>
    public void Stop()
    {
        lock (stop)
        {
            if (isOver)
                return;
            stop.Cancel();
        }
        mayGo.Set();
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(Training training, int epoch)
    {
        if (!begun)
            Begin(training, epoch);
        losses.Clear();
        (mean, counted) = (0, 0);
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(Training training, int batch, IReadOnlyDictionary<string, double> logs)
    {
        // What is logged is the mean over the epoch so far; what a page wants to see is the batch's own.
        int now = Math.Min(batchSize, rows - batch * batchSize);
        double sum = logs["loss"] * (counted + now);
        float loss = (float)((sum - mean * counted) / now);
        counted += now;
        mean = logs["loss"];
        losses.Add(loss);
        Feed.AddLoss(loss);
        if (flow is not null && flow.Records.Count > looked)
        {
            looked = flow.Records.Count;
            var seen = flow.Records[^1];
            Feed.Show(seen with { Step = Feed.Steps - 1 });         // counted from the start of the run, not of this part of it
        }
        if (!mayGo.IsSet)
        {
            before = Worked;
            changed(Feed);
            mayGo.Wait(Stopping);
            since = Stopwatch.GetTimestamp();
        }
        if (Worked > limit.TotalSeconds)
        {
            IsOverTime = true;
            Stop();
        }
        changed(Feed);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(Training training, int epoch, IReadOnlyDictionary<string, double> logs)
    {
        // The epoch first, then the checkpoint behind it: a program that is killed between the two trains the epoch again.
        var record = new EpochRecord(epoch, Worked, new OrderedDictionary<string, double>(logs), [.. losses]);
        store.AddEpoch(id, record);
        files.Keep(training.Weights);
        if ((epoch + 1) % stride == 0 || epoch + 1 == training.Epochs)
            files.KeepPlace(epoch + 1, training.Weights);
        Feed.AddEpoch(record, training.Epochs);
        changed(Feed);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (stop)
        {
            isOver = true;
            stop.Dispose();
        }
        // What it waits at stays: a page may still reach for it, and it holds nothing of the system.
    }

    double Worked => before + Stopwatch.GetElapsedTime(since).TotalSeconds;

    /// <summary>Here the checkpoint has said where the training goes on.</summary>
    void Begin(Training training, int epoch)
    {
        begun = true;
        stride = RunFiles.Stride(training.Weights.Sum(weight => (long)weight.Shape.Size), training.Epochs);
        store.ForgetFrom(id, epoch);
        var earlier = store.Epochs(id);
        before = earlier.Count > 0 ? earlier[^1].Seconds : 0;
        since = Stopwatch.GetTimestamp();
        Feed.Begin(training.StepsPerEpoch, earlier, training.Epochs);
        if (epoch == 0)
            files.KeepPlace(0, training.Weights);
    }
}
