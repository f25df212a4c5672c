using System.Globalization;
using Thalweg.Descents;
using Thalweg.Lab.Http;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Descents;

/// <summary>
/// Descents from one point, side by side and step by step, with changes on the way: those that were settled beforehand, and
/// those that somebody makes while they go. Both give the same bits, whatever goes on beside them.
/// </summary>
sealed class Race
{
    /// <summary>The most steps of a race.</summary>
    public const int MostSteps = 100_000;

    const int MostRacers = 16, MostChanges = 1000, UsualSteps = 200;

    readonly Entry[] entries;
    readonly Turn[] turns;
    readonly long seed;
    int taken, turned;

    /// <summary>A race that stands at its start.</summary>
    /// <exception cref="Refusal">Something of the settings is missing, unknown or out of range.</exception>
    /// <exception cref="ArgumentException">An optimiser's name or a setting of it is unknown.</exception>
    public Race(RaceSettings settings)
    {
        string name = settings.Objective ?? throw Refusal.Bad("objective isn't given: name one of /api/catalog.", "objective");
        var objective = Problems.Find(name);
        int dimension = objective.Start.Size;
        double[] start = settings.Start ?? Problems.StartOf(name);
        if (start.Length != dimension || !Array.TrueForAll(start, double.IsFinite))
            throw Refusal.Bad($"start has {start.Length} numbers; '{name}' takes {dimension}, all finite.", "start");
        if (settings.Racers is not { Length: > 0 and <= MostRacers } racers)
            throw Refusal.Bad($"racers has {settings.Racers?.Length ?? 0} racers; give 1 to {MostRacers}, each with an optimizer.", "racers");
        Steps = settings.Steps ?? UsualSteps;
        if (Steps is < 0 or > MostSteps)
            throw Refusal.Bad($"steps is {Steps}; it may be 0 to {MostSteps}.", "steps");
        seed = settings.Seed ?? 0;
        Settings = settings with
        {
            Kind = RaceSettings.Descent,
            Start = start,
            Steps = Steps,
            Seed = seed,
            Racers = [.. racers.Select(racer => (racer ?? new Racer(null)) with { Sampling = racer?.Sampling ?? "replacement" })],
            Changes = settings.Changes ?? [],
        };
        var from = Tensor.From(start);
        using var scope = Scope();
        entries = [.. Settings.Racers.Select(racer =>
        {
            var (batch, sampling) = (BatchOf(objective, racer.BatchSize), SamplingOf(racer.Sampling));
            return new Entry(new Walk(objective, from, OptimizerOf(racer.Optimizer), batch, sampling, seed) { Noise = NoiseOf(racer.Noise) }, batch, sampling);
        })];
        Racers = [.. entries.Select(entry => entry.Walk)];
        if (Settings.Changes.Length > MostChanges)
            throw Refusal.Bad($"changes has {Settings.Changes.Length} changes; at most {MostChanges} are possible.", "changes");
        // Those of one step in the order in which they were given.
        turns = [.. Settings.Changes.Select(Planned).OrderBy(turn => turn.Step)];
    }

    /// <summary>What was asked for, with what wasn't given filled in.</summary>
    public RaceSettings Settings { get; }

    /// <summary>How many steps each takes.</summary>
    public int Steps { get; }

    /// <summary>Who descends.</summary>
    public IReadOnlyList<Walk> Racers { get; }

    /// <summary>Whether all have come to their end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Hears which racer has taken a step.</summary>
    public Action<int>? Moved { get; set; }

    /// <summary>Hears which racer has another rule.</summary>
    public Action<int>? RuleChanged { get; set; }

    /// <summary>Hears which racer has diverged, and goes no further.</summary>
    public Action<int>? Diverged { get; set; }

    /// <summary>All racers that haven't come to their end take a step, after the changes that are due.</summary>
    public void Step()
    {
        if (IsOver)
            return;
        using var scope = Scope();
        for (; turned < turns.Length && turns[turned].Step <= taken; turned++)
            Apply(turns[turned]);
        for (int i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            if (entry.HasEnded)
                continue;
            var walk = entry.Walk;
            if (walk.Last.Step < Steps)
            {
                walk.Step();
                Moved?.Invoke(i);
            }
            entry.HasEnded = walk.IsDiverged || walk.Last.Step >= Steps;
            if (walk.IsDiverged)
                Diverged?.Invoke(i);
        }
        taken++;
        IsOver = Array.TrueForAll(entries, entry => entry.HasEnded);
    }

    /// <summary>Changes a racer from where it stands.</summary>
    /// <returns>The step that the change has as one that is settled beforehand.</returns>
    /// <exception cref="Refusal">There is no such racer, or a setting is out of range.</exception>
    public int Change(RaceChange change)
    {
        using var scope = Scope();
        Apply(Read(change with { Step = taken }));
        return taken;
    }

    void Apply(Turn turn)
    {
        var entry = entries[turn.Racer];
        if (turn.Rule is not null)
        {
            entry.Walk.Optimizer = turn.Rule;
            RuleChanged?.Invoke(turn.Racer);
        }
        if (turn.Redraws)
        {
            (entry.Batch, entry.Sampling) = (turn.All ? null : turn.Batch ?? entry.Batch, turn.Sampling ?? entry.Sampling);
            entry.Walk.Draw(entry.Batch, entry.Sampling);
        }
        if (turn.Noise is { } noise)
            entry.Walk.Noise = noise;
    }

    /// <summary>A change that was settled beforehand, which says its step and racer.</summary>
    Turn Planned(RaceChange? change, int place)
    {
        if (change is not { Step: >= 0 and var step, Who: not null } || step > Steps)
            throw Refusal.Bad($"changes[{place}] needs a step from 0 to {Steps} and a racer, as in {{\"step\": 20, \"racer\": 0, \"optimizer\": \"sgd(0.05)\"}}.", "changes");
        return Read(change);
    }

    Turn Read(RaceChange change)
    {
        int i = change.Who ?? 0;
        if (i < 0 || i >= entries.Length)
            throw Refusal.Bad($"There is no racer {i}; they are 0 to {entries.Length - 1}.", "racer");
        if (change is { Optimizer: null, BatchSize: null, Sampling: null, Noise: null })
            throw Refusal.Bad("The change changes nothing: give optimizer, batchSize, sampling or noise.", "optimizer");
        var rule = change.Optimizer is { } text ? OptimizerOf(text) : null;
        int? batch = change.BatchSize is { } size ? BatchOf(entries[i].Walk.Objective, size) : null;
        return new Turn(
            change.Step!.Value, i, rule, change.BatchSize is not null || change.Sampling is not null, change.BatchSize is not null && batch is null, batch,
            change.Sampling is null ? null : SamplingOf(change.Sampling), change.Noise is { } noise ? NoiseOf(noise) : null);
    }

    /// <summary>What a rule draws by itself is the seed's too.</summary>
    IDisposable Scope() => RandomSeed.Scope(~seed);

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

    /// <summary>A racer with what its minibatches are drawn by.</summary>
    sealed class Entry(Walk walk, int? batch, Sampling sampling)
    {
        public Walk Walk => walk;

        public int? Batch { get; set; } = batch;

        public Sampling Sampling { get; set; } = sampling;

        public bool HasEnded { get; set; }
    }

    /// <summary>A change that was found to be possible.</summary>
    readonly record struct Turn(int Step, int Racer, Optimizer? Rule, bool Redraws, bool All, int? Batch, Sampling? Sampling, double? Noise);
}
