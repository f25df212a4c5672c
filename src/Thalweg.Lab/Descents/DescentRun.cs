using System.Diagnostics;
using System.Globalization;
using Thalweg.Lab.Http;
using Thalweg.Lab.Streams;

namespace Thalweg.Lab.Descents;

/// <summary>Descents from one point, side by side, that a page sets going, stops, and changes while they go.</summary>
sealed class DescentRun : IAsyncDisposable
{
    const double MostRate = 20_000;

    /// <summary>How often steps are taken: as often as a screen shows a picture.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(16);

    /// <summary>How long the steps of one tick may take; those beyond it wait for the next.</summary>
    static readonly TimeSpan Work = TimeSpan.FromMilliseconds(12);

    readonly Lock gate = new();
    readonly uint run;
    readonly Outbox outbox;
    readonly Race race;
    readonly CancellationTokenSource stop = new();
    readonly Task loop;
    double rate, owed;
    bool paused, over;

    DescentRun(uint run, Outbox outbox, Race race, double rate)
    {
        (this.run, this.outbox, this.race, this.rate) = (run, outbox, race, rate);
        outbox.Drop(run, FrameKind.DescentPoint, FrameKind.Limits);
        outbox.Say(new Spoken("state") { Run = run, State = "running" });
        for (int i = 0; i < race.Racers.Count; i++)
        {
            Show(i);
            ShowLimits(i);
        }
        (race.Moved, race.RuleChanged, race.Diverged) = (Show, ShowLimits, SayDiverged);
        loop = Task.Run(LoopAsync);
    }

    /// <summary>Sets descents going.</summary>
    /// <exception cref="Refusal">Something of the message is missing, unknown or out of range.</exception>
    public static DescentRun Start(ClientMessage message, Outbox outbox)
    {
        double rate = RateOf(message.Rate ?? 60);
        return new DescentRun(message.Run!.Value, outbox, new Race(message.Race), rate);
    }

    /// <summary>Does what a message says of this descent.</summary>
    /// <exception cref="Refusal">The message can't be followed.</exception>
    public void Follow(ClientMessage message)
    {
        lock (gate)
        {
            switch (message.Op)
            {
                case "descent.set":
                    Change(message);
                    break;
                case "descent.pause":
                    Pause(true);
                    break;
                case "descent.play":
                    Pause(false);
                    break;
                case "descent.step":
                    Pause(true);
                    StepAll();
                    break;
                case "descent.rate":
                    rate = RateOf(message.Rate ?? throw Refusal.Bad("descent.rate: give \"rate\", steps a second.", "rate"));
                    break;
                default:
                    throw Refusal.Bad($"There is no '{message.Op}'. Known: descent.start, descent.set, descent.pause, descent.play, descent.step, descent.rate, descent.stop.", "op");
            }
        }
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(false);
        stop.Dispose();
    }

    void Change(ClientMessage message)
    {
        int racer = message.Racer ?? 0;
        int step = race.Change(message.Change);
        // With this step the same change can be asked for beforehand.
        outbox.Say(new Spoken("changed") { Run = run, Racer = racer, Step = step });
    }

    void Pause(bool pause)
    {
        if (over || paused == pause)
            return;
        paused = pause;
        outbox.Say(new Spoken("state") { Run = run, State = pause ? "paused" : "running" });
    }

    async Task LoopAsync()
    {
        using var timer = new PeriodicTimer(Tick);
        long last = Stopwatch.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false) && !over)
            {
                long now = Stopwatch.GetTimestamp();
                lock (gate)
                {
                    if (!paused)
                        Advance(Stopwatch.GetElapsedTime(last, now));
                }
                last = now;
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception fault)
        {
            // A rule that can't descend so is told to whoever chose it; the page's other descents go on.
            outbox.Say(new Spoken("state") { Run = run, State = "failed", Message = fault.Message });
        }
    }

    void Advance(TimeSpan elapsed)
    {
        // Time in which nothing could be done isn't made up for.
        owed = Math.Min(owed + rate * elapsed.TotalSeconds, Math.Max(1, rate * 0.1));
        long begin = Stopwatch.GetTimestamp();
        while (owed >= 1 && !over && !outbox.IsFull && Stopwatch.GetElapsedTime(begin) < Work)
        {
            owed--;
            StepAll();
        }
    }

    void StepAll()
    {
        if (over)
            return;
        race.Step();
        if (race.IsOver)
        {
            over = true;
            outbox.Say(new Spoken("state") { Run = run, State = "done" });
        }
    }

    void SayDiverged(int i)
    {
        var racer = race.Racers[i];
        outbox.Say(new Spoken("state") { Run = run, Racer = i, State = "diverged", Message = string.Create(CultureInfo.InvariantCulture, $"{racer.Optimizer.Name} diverged after {racer.Last.Step} steps: the loss is {racer.Last.Cost:g3}. Lower its learning rate.") });
    }

    /// <summary>Sends the point where a racer stands.</summary>
    void Show(int racer)
    {
        var last = race.Racers[racer].Last;
        double[] at = last.Point.Cast(DType.Float64).ToArray<double>();
        outbox.Append(FrameKind.DescentPoint, racer, run, (uint)last.Step,
            [(float)at[0], at.Length > 1 ? (float)at[1] : 0, (float)last.Cost, (float)last.GradientNorm, (float)last.StepSize, (float)last.Epoch]);
    }

    /// <summary>How steep it is where the racer goes, the learning rates that its rule can have there, and where that is.</summary>
    void ShowLimits(int racer)
    {
        var walk = race.Racers[racer];
        var limits = RaceLimits.Of(walk.Objective, walk.Optimizer, walk.Last.Point);
        outbox.Replace(FrameKind.Limits, racer, run, (uint)walk.Last.Step,
            [(float)limits.Sharpness, (float)limits.Theoretical, (float)limits.Optimum[0], (float)limits.Optimum[1], (float)limits.Measured]);
    }

    static double RateOf(double rate) => rate is > 0 and <= MostRate
        ? rate
        : throw Refusal.Bad(string.Create(CultureInfo.InvariantCulture, $"rate is {rate}; a number above 0 and at most {MostRate} steps a second is expected."), "rate");
}
