using System.Diagnostics;
using System.Globalization;
using Thalweg.Descents;
using Thalweg.Lab.Http;
using Thalweg.Lab.Streams;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Descents;

/// <summary>Descents from one point, side by side, that a page sets going, stops, and changes while they go.</summary>
sealed class DescentRun : IAsyncDisposable
{
    const int MostRacers = 16, MostSteps = 100_000;
    const double MostRate = 20_000;

    /// <summary>How often steps are taken: as often as a screen shows a picture.</summary>
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(16);

    /// <summary>How long the steps of one tick may take; those beyond it wait for the next.</summary>
    static readonly TimeSpan Work = TimeSpan.FromMilliseconds(12);

    readonly Lock gate = new();
    readonly uint run;
    readonly Outbox outbox;
    readonly Walk[] racers;
    readonly bool[] ended;
    readonly int steps;
    readonly CancellationTokenSource stop = new();
    readonly Task loop;
    double rate, owed;
    bool paused, over;

    DescentRun(uint run, Outbox outbox, Walk[] racers, int steps, double rate)
    {
        (this.run, this.outbox, this.racers, this.steps, this.rate) = (run, outbox, racers, steps, rate);
        ended = new bool[racers.Length];
        outbox.Drop(run, FrameKind.DescentPoint, FrameKind.Limits);
        outbox.Say(new { op = "state", run, state = "running" });
        for (int i = 0; i < racers.Length; i++)
        {
            Show(i);
            ShowLimits(i);
        }
        loop = Task.Run(LoopAsync);
    }

    /// <summary>Sets descents going.</summary>
    /// <exception cref="Refusal">Something of the message is missing, unknown or out of range.</exception>
    public static DescentRun Start(ClientMessage message, Outbox outbox)
    {
        string name = message.Objective ?? throw Refusal.Bad("descent.start: give \"objective\", the name of one from /api/catalog.", "objective");
        var objective = Problems.Find(name);
        int dimension = objective.Start.Size;
        double[] start = message.Start ?? objective.Start.Cast(DType.Float64).ToArray<double>();
        if (start.Length != dimension || !Array.TrueForAll(start, double.IsFinite))
            throw Refusal.Bad($"descent.start: \"start\" has {start.Length} numbers; '{name}' takes {dimension}, all finite.", "start");
        if (message.Racers is not { Length: > 0 and <= MostRacers } racers)
            throw Refusal.Bad($"descent.start: give 1 to {MostRacers} \"racers\", each with an optimizer; there are {message.Racers?.Length ?? 0}.", "racers");
        int steps = message.Steps ?? 200;
        if (steps is < 0 or > MostSteps)
            throw Refusal.Bad($"descent.start: \"steps\" is {steps}; it may be 0 to {MostSteps}.", "steps");
        var from = Tensor.From(start);
        Walk[] walks = [.. racers.Select(racer => new Walk(
            objective, from, OptimizerOf(racer.Optimizer), BatchOf(objective, racer.BatchSize), SamplingOf(racer.Sampling), message.Seed ?? 0) { Noise = NoiseOf(racer.Noise) })];
        return new DescentRun(message.Run!.Value, outbox, walks, steps, RateOf(message.Rate ?? 60));
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
        int i = message.Racer ?? 0;
        if (i < 0 || i >= racers.Length)
            throw Refusal.Bad($"descent.set: there is no racer {i}; they are 0 to {racers.Length - 1}.", "racer");
        if (message.Optimizer is not null)
        {
            racers[i].Optimizer = OptimizerOf(message.Optimizer);
            ShowLimits(i);
        }
        if (message.BatchSize is { } size)
            racers[i].Draw(BatchOf(racers[i].Objective, size), SamplingOf(message.Sampling));
        if (message.Noise is { } noise)
            racers[i].Noise = NoiseOf(noise);
    }

    void Pause(bool pause)
    {
        if (over || paused == pause)
            return;
        paused = pause;
        outbox.Say(new { op = "state", run, state = pause ? "paused" : "running" });
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
            outbox.Say(new { op = "state", run, state = "failed", message = fault.Message });
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
        for (int i = 0; i < racers.Length; i++)
        {
            if (ended[i])
                continue;
            var racer = racers[i];
            if (racer.Last.Step < steps)
            {
                racer.Step();
                Show(i);
            }
            if (racer.IsDiverged)
            {
                ended[i] = true;
                outbox.Say(new { op = "state", run, racer = i, state = "diverged", message = string.Create(CultureInfo.InvariantCulture, $"{racer.Optimizer.Name} diverged after {racer.Last.Step} steps: the loss is {racer.Last.Cost:g3}. Lower its learning rate.") });
            }
            else
            {
                ended[i] = racer.Last.Step >= steps;
            }
        }
        if (Array.TrueForAll(ended, one => one))
        {
            over = true;
            outbox.Say(new { op = "state", run, state = "done" });
        }
    }

    /// <summary>Sends the point where a racer stands.</summary>
    void Show(int racer)
    {
        var last = racers[racer].Last;
        double[] at = last.Point.Cast(DType.Float64).ToArray<double>();
        outbox.Append(FrameKind.DescentPoint, racer, run, (uint)last.Step,
            [(float)at[0], at.Length > 1 ? (float)at[1] : 0, (float)last.Cost, (float)last.GradientNorm, (float)last.StepSize, (float)last.Epoch]);
    }

    /// <summary>The curvature at the optimum, or at the start where none is known, and the rate that it allows gradient descent.</summary>
    void ShowLimits(int racer)
    {
        var walk = racers[racer];
        var here = walk.Last.Point.Cast(DType.Float64);
        var optimum = walk.Objective.Minimisers.MinBy(point => (point.Cast(DType.Float64) - here).Square().Sum().Item());
        double λ = Curvature.Of(walk.Objective, optimum ?? here).Sharpness();
        double[] at = optimum?.Cast(DType.Float64).ToArray<double>() ?? [double.NaN, double.NaN];
        outbox.Replace(FrameKind.Limits, racer, run, (uint)walk.Last.Step, [(float)λ, λ > 0 ? (float)(2 / λ) : float.PositiveInfinity, (float)at[0], (float)at[1]]);
    }

    static Optimizer OptimizerOf(string? name) => name is null
        ? throw Refusal.Bad("A racer has no optimizer: give its name, as sgd(learning_rate=0.1).", "optimizer")
        : Optimizer.FromName(name);

    static int? BatchOf(Objective objective, int size) => size switch
    {
        0 => null,
        < 0 => throw Refusal.Bad($"batchSize is {size}; give 0 for all samples, or how many.", "batchSize"),
        _ when objective.SampleCount == 0 => null,
        _ => Math.Min(size, objective.SampleCount),
    };

    static Sampling SamplingOf(string? name) => name switch
    {
        null or "replacement" => Sampling.WithReplacement,
        "permutation" => Sampling.Permutation,
        _ => throw Refusal.Bad($"sampling is '{name}'; replacement or permutation is expected.", "sampling"),
    };

    static double NoiseOf(double noise) => noise is >= 0 and < double.PositiveInfinity
        ? noise
        : throw Refusal.Bad(string.Create(CultureInfo.InvariantCulture, $"noise is {noise}; a standard deviation of 0 or more is expected."), "noise");

    static double RateOf(double rate) => rate is > 0 and <= MostRate
        ? rate
        : throw Refusal.Bad(string.Create(CultureInfo.InvariantCulture, $"rate is {rate}; a number above 0 and at most {MostRate} steps a second is expected."), "rate");
}
