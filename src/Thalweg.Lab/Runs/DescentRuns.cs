using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Runs;

/// <summary>
/// Descents that are kept as runs: computed in one go behind the pages, and stored whole. One that the Lab's end interrupted
/// is computed again when it is resumed, with the same bits.
/// </summary>
/// <param name="store">Where runs are kept.</param>
/// <param name="limits">How many, how long.</param>
/// <param name="tell">Tells the pages that watch a run how it stands.</param>
sealed class DescentRuns(RunStore store, LabLimits limits, Action<long> tell) : IAsyncDisposable
{
    /// <summary>The most steps of all racers together.</summary>
    const int MostPoints = 100_000;

    readonly ConcurrentDictionary<long, (Stopping Stopping, Task Work)> live = new();
    readonly Lock gate = new();
    volatile bool ending;

    /// <summary>A new race, which is computed at once.</summary>
    /// <exception cref="Refusal">The settings are no race, or too much goes on or is kept already.</exception>
    public RunRecord Start(RaceSettings settings)
    {
        RunSettings.RequireWords(settings.Name, settings.Tags);
        var race = Prepare(settings);
        lock (gate)
        {
            RequireRoom();
            RunSettings.RequireSpace(store.Count, limits.KeptRuns);
            string rules = string.Join(", ", race.Settings.Racers!.Select(racer => racer.Optimizer));
            var run = store.Add(RaceSettings.Descent, settings.Name is { Length: > 0 } name ? name : $"{settings.Objective}: {rules}", race.Settings with { Name = null, Tags = null }, settings.Tags ?? []);
            Begin(run.Id, race);
            return run;
        }
    }

    /// <summary>Computes a race again that was interrupted or took too long.</summary>
    /// <exception cref="Refusal">It goes on already, or has come to its end.</exception>
    public RunRecord Resume(RunRecord run)
    {
        lock (gate)
        {
            run.RequireStandingStill();
            RequireRoom();
            var race = Prepare(run.Race);
            store.SetState(run.Id, RunState.Running);
            Begin(run.Id, race);
            return run;
        }
    }

    /// <summary>Stops a race, if it goes on.</summary>
    public async Task EndAsync(long id)
    {
        if (!live.TryGetValue(id, out var running))
            return;
        running.Stopping.IsAsked = true;
        await running.Work.ConfigureAwait(false);
    }

    /// <summary>Ends all; they are interrupted, and can be resumed.</summary>
    public async ValueTask DisposeAsync()
    {
        ending = true;
        foreach (long id in live.Keys)
            await EndAsync(id).ConfigureAwait(false);
    }

    static Race Prepare(RaceSettings settings)
    {
        var race = new Race(settings);
        return (long)race.Steps * race.Racers.Count <= MostPoints
            ? race
            : throw Refusal.Bad($"steps is {race.Steps} for {race.Racers.Count} racers; at most {MostPoints} steps of all together are kept.", "steps");
    }

    void Begin(long id, Race race)
    {
        var stopping = new Stopping();
        var work = new Task(() => Descend(id, race, stopping));
        // It stands among those that go on before it begins: in the end it takes itself from there.
        live[id] = (stopping, work);
        work.Start(TaskScheduler.Default);
        tell(id);
    }

    void Descend(long id, Race race, Stopping stopping)
    {
        long begin = Stopwatch.GetTimestamp();
        var (state, error) = (RunState.Done, (string?)null);
        try
        {
            var curves = new RaceCurves(race);
            while (!race.IsOver && !stopping.IsAsked && Stopwatch.GetElapsedTime(begin) < limits.TrainingTime)
                race.Step();
            if (race.IsOver)
                store.AddCurves(id, curves.Curves, curves.Summary);
            else
                (state, error) = ending ? (RunState.Interrupted, null) : (RunState.Stopped, FormattableString.Invariant($"It has worked for {limits.TrainingTime.TotalMinutes:0.#} minutes, as long as a run may: take fewer steps."));
        }
        catch (Exception fault)
        {
            (state, error) = (RunState.Failed, Refusal.Of(fault)?.Message ?? fault.Message);
        }
        finally
        {
            if (state != RunState.Done)
                store.SetState(id, state, error);
            live.TryRemove(id, out _);
            tell(id);
        }
    }

    void RequireRoom()
    {
        if (ending || live.Count >= limits.RunningTrainings)
            throw new Refusal(StatusCodes.Status429TooManyRequests, $"{live.Count} descents are computed already, as many as may be at once: wait for one.");
    }

    /// <summary>Whether somebody wants a race to end.</summary>
    sealed class Stopping
    {
        volatile bool asked;

        public bool IsAsked { get => asked; set => asked = value; }
    }
}
