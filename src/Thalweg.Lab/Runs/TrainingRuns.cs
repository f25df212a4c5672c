using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Thalweg.Callbacks;
using Thalweg.Descents;
using Thalweg.Lab.Data;
using Thalweg.Lab.Http;
using Thalweg.Lab.Streams;
using Thalweg.Lab.Trainings;
using Thalweg.Layers;
using Thalweg.Plots;

namespace Thalweg.Lab.Runs;

/// <summary>The trainings that go on behind the pages: begins them, resumes them, and tells whoever watches.</summary>
/// <param name="store">Where runs are kept.</param>
/// <param name="datasets">What they learn from.</param>
/// <param name="folder">Where their files are.</param>
/// <param name="limits">How many, how long.</param>
sealed class TrainingRuns(RunStore store, Datasets datasets, string folder, LabLimits limits) : ITrainingWatch, IAsyncDisposable
{
    /// <summary>A look at gradients costs some steps, and is kept: so many in a training, but not every step of a short one.</summary>
    const int LooksAtGradients = 1000, LeastBetweenLooks = 10;

    readonly ConcurrentDictionary<long, (LiveTraining Training, Task Work)> live = new();
    readonly ConcurrentDictionary<Outbox, ConcurrentDictionary<long, (RunFeed Feed, RunFeed.Cursor Cursor)>> watching = new();
    readonly Lock gate = new(), telling = new();
    volatile bool ending;

    /// <summary>The files of a run.</summary>
    public RunFiles Files(long id) => new(folder, id);

    /// <summary>Whether a run goes on now.</summary>
    public bool IsLive(long id) => live.ContainsKey(id);

    /// <summary>The run of a number.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public RunRecord Find(long id) => store.Find(id) ?? throw Refusal.NotFound($"There is no run {id}; GET /api/runs lists them.");

    /// <summary>A new training, which begins at once.</summary>
    /// <exception cref="Refusal">The settings are no training, or too much goes on already.</exception>
    /// <exception cref="UserErrorException">A name is unknown, or the table can't be learned from.</exception>
    public RunRecord Start(RunSettings settings)
    {
        RunSettings.RequireWords(settings.Name, settings.Tags);
        lock (gate)
        {
            RequireRoom();
            RunSettings.RequireSpace(store.Count, limits.KeptRuns);
            // Prepared once to see whether it can be; the thread that trains prepares its own.
            using var seed = RandomSeed.Scope(0);
            var network = Prepare(settings).Run;
            settings = settings.Filled(network.Settings);
            var run = store.Add(RunRecord.Train, settings.Name is { Length: > 0 } name ? name : $"{settings.Dataset}, {settings.Optimizer}", settings, settings.Tags ?? []);
            store.Describe(run.Id, [.. network.Model.Layers.Where(layer => layer is not InputLayer).Select(LayerOf)], NetworkDiagram.Of(network.Model).ToSvg());
            Begin(run);
            return run;
        }
    }

    /// <summary>Goes on with a run that was stopped or interrupted, behind its last whole epoch, with the bits it would have had.</summary>
    /// <exception cref="Refusal">It goes on already, or has come to its end.</exception>
    public RunRecord Resume(long id)
    {
        lock (gate)
        {
            var run = Find(id);
            run.RequireStandingStill();
            RequireRoom();
            store.SetState(id, RunState.Running);
            Begin(run);
            return Find(id);
        }
    }

    /// <summary>Stops a training, if it goes on.</summary>
    public async Task EndAsync(long id)
    {
        if (!live.TryGetValue(id, out var running))
            return;
        running.Training.Stop();
        await running.Work.ConfigureAwait(false);
    }

    /// <summary>The data and the network of settings. It sets the seed: the caller is in a scope of its own.</summary>
    public (TrainingData Data, TrainingRun Run) Prepare(RunSettings settings)
    {
        var dataset = datasets.Find(settings.Dataset ?? throw Refusal.Bad($"dataset isn't given; known: {string.Join(", ", datasets.Names)}.", "dataset"));
        var training = settings.ToTraining(dataset.Target);
        if (!dataset.Table.Contains(training.Target))
            throw Refusal.Bad($"The data set '{dataset.Name}' has no column '{training.Target}'; it has {string.Join(", ", dataset.Table.ColumnNames.Take(30))}.", "target");
        var data = TrainingData.Prepare(dataset.Table, training);
        return (data, TrainingRun.Prepare(data, training));
    }

    /// <inheritdoc/>
    public void Follow(ClientMessage message, Outbox outbox)
    {
        long id = message.Run!.Value;
        if (message.Op == "unwatch")
        {
            if (watching.TryGetValue(outbox, out var all))
                all.TryRemove(id, out _);
            return;
        }
        if (message.Op == "train.watch")
        {
            Watch(Find(id), message.From ?? 0, outbox);
            return;
        }
        if (!live.TryGetValue(id, out var running))
            throw Refusal.Bad(Find(id).Kind != RunRecord.Train ? $"Run {id} is a descent, which is computed in one go: there is nothing to pause." : $"Run {id} doesn't go on now: it is {Find(id).State.ToString().ToLowerInvariant()}. POST /api/runs/{id}/resume resumes one that was stopped or interrupted.", "run");
        switch (message.Op)
        {
            case "train.pause" or "train.play":
                bool pause = message.Op == "train.pause";
                running.Training.Pause(pause);
                Tell(id);
                break;
            default:
                running.Training.Stop();
                break;
        }
    }

    /// <inheritdoc/>
    public void Fill(Outbox outbox)
    {
        if (!watching.TryGetValue(outbox, out var all))
            return;
        foreach (var (id, (feed, cursor)) in all)
        {
            if (feed.Fill(outbox, (uint)id, cursor))
                outbox.Wake();
        }
    }

    /// <inheritdoc/>
    public void Leave(Outbox outbox) => watching.TryRemove(outbox, out _);

    /// <summary>Ends all trainings; they are interrupted, and can be resumed.</summary>
    public async ValueTask DisposeAsync()
    {
        ending = true;
        foreach (long id in live.Keys)
            await EndAsync(id).ConfigureAwait(false);
    }

    void Watch(RunRecord run, uint from, Outbox outbox)
    {
        RunFeed feed;
        if (live.TryGetValue(run.Id, out var running))
        {
            feed = running.Training.Feed;
        }
        else
        {
            feed = new RunFeed();
            var epochs = store.Epochs(run.Id);
            feed.Begin(epochs.Count > 0 ? epochs[0].Losses.Length : 1, epochs, run.Kind == RunRecord.Train && run.Training.Epochs is { } all ? all : new TrainSettings().Epochs);
        }
        watching.GetOrAdd(outbox, _ => new())[run.Id] = (feed, feed.From(from));
        lock (telling)
            Say(run.Id, [outbox]);
        outbox.Wake();
    }

    /// <summary>How a run stands at this moment.</summary>
    public RunState StateOf(RunRecord run) => live.TryGetValue(run.Id, out var running) ? running.Training.IsPaused ? RunState.Paused : RunState.Running : run.State;

    /// <summary>Begins on a thread of its own.</summary>
    void Begin(RunRecord run)
    {
        var training = new LiveTraining(run.Id, store, Files(run.Id), limits.TrainingTime, Changed);
        var work = new Task(() => Train(run, training), TaskCreationOptions.LongRunning);
        // It stands among those that go on before it begins: in the end it takes itself from there.
        live[run.Id] = (training, work);
        work.Start(TaskScheduler.Default);
        foreach (var all in watching.Values)
        {
            // Pages that watched the earlier part of a resumed run watch this one.
            if (all.TryGetValue(run.Id, out var old))
                all[run.Id] = (training.Feed, old.Cursor);
        }
        Tell(run.Id);
    }

    void Train(RunRecord run, LiveTraining training)
    {
        // Preparing and fitting set the seed: that of this training, whatever goes on beside it.
        using var seed = RandomSeed.Scope(0);
        var (state, error) = (RunState.Done, (string?)null);
        try
        {
            var (data, network) = Prepare(run.Training);
            var (rows, settings) = (data.X.Shape[0], network.Settings);
            long steps = (rows + settings.BatchSize - 1) / settings.BatchSize * (long)settings.Epochs;
            var flow = new GradientFlow((int)Math.Clamp(steps / LooksAtGradients, LeastBetweenLooks, int.MaxValue));
            training.Follow(rows, settings.BatchSize, flow);
            var result = network.Fit([flow, training, new BackupAndRestore(Files(run.Id).Folder)], training.Stopping);
            if (result.Interrupted)
            {
                state = ending ? RunState.Interrupted : RunState.Stopped;
                error = training.IsOverTime ? FormattableString.Invariant($"It has worked for {limits.TrainingTime.TotalMinutes:0.#} minutes, as long as a training may; resume it to go on.") : null;
            }
            else
            {
                Files(run.Id).Keep(network.Model.Weights);      // averages may have taken the weights' place at the end
            }
        }
        catch (Exception fault)
        {
            (state, error) = (RunState.Failed, Refusal.Of(fault)?.Message ?? $"The Lab failed: {fault.Message}");
        }
        finally
        {
            store.SetState(run.Id, state, error);
            live.TryRemove(run.Id, out _);
            Tell(run.Id);
            training.Dispose();
        }
    }

    void RequireRoom()
    {
        if (ending || live.Count >= limits.RunningTrainings)
            throw new Refusal(StatusCodes.Status429TooManyRequests, $"{live.Count} trainings go on already, as many as may at once: stop one, or wait for it.");
    }

    static LayerRecord LayerOf(Layer layer) => new(layer.Name, (layer as Dense)?.Units, (layer as Dense)?.Activation.Name, layer.ParameterCount);

    void Changed(RunFeed feed)
    {
        foreach (var (outbox, all) in watching)
        {
            if (all.Values.Any(one => one.Feed == feed))
                outbox.Wake();
        }
    }

    /// <summary>Tells the pages that watch a run how it stands now.</summary>
    public void Tell(long id)
    {
        lock (telling)
            Say(id, watching.Where(page => page.Value.ContainsKey(id)).Select(page => page.Key));
    }

    /// <summary>Looks and says in one: what a page hears last is how the run stands, whoever else speaks of it.</summary>
    void Say(long id, IEnumerable<Outbox> pages)
    {
        if (store.Find(id) is not { } run)
            return;
        foreach (var outbox in pages)
            outbox.Say(new Spoken("state") { Run = id, State = RunStore.Text(StateOf(run)), Message = run.Error });
    }
}
