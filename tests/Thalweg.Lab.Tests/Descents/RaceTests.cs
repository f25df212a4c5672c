using Thalweg.Descents;
using Thalweg.Lab.Descents;
using Thalweg.Lab.Http;
using Thalweg.Optimizers;

namespace Thalweg.Lab.Tests.Descents;

[Collection(nameof(RandomSeed))]
public class RaceTests
{
    static readonly RaceSettings Settings = new()
    {
        Objective = "logistic_regression",
        Start = [0.5, 1],
        Steps = 40,
        Seed = 7,
        Racers = [new("sgd(0.1, momentum=0.9)", 4, "permutation"), new("adam(0.1)", 0, null, 0.05)],
    };

    static double[][] Run(RaceSettings settings, Action<Race>? before = null)
    {
        var race = new Race(settings);
        var costs = race.Racers.Select(racer => new List<double> { racer.Last.Cost }).ToArray();
        race.Moved = i => costs[i].Add(race.Racers[i].Last.Cost);
        while (!race.IsOver)
        {
            before?.Invoke(race);
            race.Step();
        }
        return [.. costs.Select(path => path.ToArray())];
    }

    [Fact]
    public void A_race_gives_the_same_bits_whatever_the_programs_seed_is()
    {
        RandomSeed.Set(1);
        double[][] first = Run(Settings);
        RandomSeed.Set(2);
        Assert.Equal(first, Run(Settings));
        Assert.NotEqual(first[1], Run(Settings with { Seed = 8 })[1]);
    }

    [Fact]
    public void A_change_that_is_settled_beforehand_gives_the_bits_of_one_made_live()
    {
        RaceChange[] changes = [new(10, 0, "sgd(0.02, momentum=0.9)", 8), new(10, 1, Noise: 0), new(0, 1, "adam(0.2)"), new(25, 0, "adam(0.1)", Sampling: "replacement")];
        double[][] planned = Run(Settings with { Changes = changes });
        double[][] live = Run(Settings, race =>
        {
            foreach (var change in changes.Where(change => change.Step == race.Racers[0].Last.Step))
                Assert.Equal(change.Step, race.Change(change));
        });
        Assert.Equal(live, planned);
        double[][] without = Run(Settings);
        Assert.Equal(without[0][..11], planned[0][..11]);
        Assert.NotEqual(without[0][11], planned[0][11]);
        Assert.NotEqual(without[1][1], planned[1][1]);
    }

    [Fact]
    public void The_same_rule_goes_on_with_what_it_remembers_and_another_begins_afresh()
    {
        RaceSettings settings = new() { Objective = "quadratic", Steps = 6, Racers = [new("sgd(0.05, momentum=0.9)")] };
        double[] kept = Run(settings with { Changes = [new(3, 0, "sgd(0.02, momentum=0.9)")] })[0];
        double[] fresh = Run(settings with { Changes = [new(3, 0, "adam(0.1)"), new(4, 0, "sgd(0.02, momentum=0.9)")] })[0];
        var walk = new Walk(Problems.Find("quadratic"), null, new Sgd(0.05, 0.9));
        for (int step = 0; step < 3; step++)
            walk.Step();
        walk.Optimizer = new Sgd(0.02, 0.9);
        Assert.Equal(walk.Step().Cost, kept[4]);
        // After Adam the velocity is gone: the step is that of plain gradient descent.
        var plain = new Walk(Problems.Find("quadratic"), null, new Sgd(0.05, 0.9));
        for (int step = 0; step < 3; step++)
            plain.Step();
        plain.Optimizer = new Adam(0.1);
        plain.Step();
        plain.Optimizer = new Sgd(0.02);
        Assert.Equal(plain.Step().Cost, fresh[5], 1e-12);
    }

    [Fact]
    public void A_new_size_of_minibatches_keeps_the_way_they_are_drawn()
    {
        RaceSettings settings = new() { Objective = "logistic_regression", Steps = 20, Seed = 3, Racers = [new("sgd(0.1)", 5, "permutation")] };
        var race = new Race(settings with { Changes = [new(4, 0, BatchSize: 10)] });
        var seen = new List<IReadOnlyList<int>>();
        race.Moved = i => seen.Add(race.Racers[i].Last.Batch!);
        for (int step = 0; step < 6; step++)
            race.Step();
        Assert.Equal(20, seen[4].Concat(seen[5]).Distinct().Count());
        Assert.Null(LastBatch(settings with { Changes = [new(4, 0, BatchSize: 0)] }));

        static IReadOnlyList<int>? LastBatch(RaceSettings settings)
        {
            var race = new Race(settings);
            while (!race.IsOver)
                race.Step();
            return race.Racers[0].Last.Batch;
        }
    }

    [Fact]
    public void A_racer_that_diverges_ends_and_the_others_go_on()
    {
        var race = new Race(new RaceSettings { Objective = "quadratic", Steps = 60, Racers = [new("sgd(10)"), new("sgd(0.1)")] });
        var diverged = new List<int>();
        race.Diverged = diverged.Add;
        while (!race.IsOver)
            race.Step();
        Assert.Equal([0], diverged);
        Assert.InRange(race.Racers[0].Last.Step, 1, 59);
        Assert.Equal(60, race.Racers[1].Last.Step);
        race.Step();
        Assert.Equal(60, race.Racers[1].Last.Step);
    }

    [Fact]
    public void What_is_not_given_is_filled_in()
    {
        var filled = new Race(new RaceSettings { Objective = "quadratic", Racers = [new("sgd")] }).Settings;
        Assert.Equal(("descent", 200, 0L, "replacement"), (filled.Kind, filled.Steps, filled.Seed, filled.Racers![0].Sampling));
        Assert.Equal([-2, 1], filled.Start!);
        Assert.Empty(filled.Changes!);
    }

    public static TheoryData<string?, string> Wrong => new()
    {
        { "changes", """[{"racer":0,"optimizer":"sgd"}]""" },
        { "changes", """[{"step":5,"optimizer":"sgd"}]""" },
        { "changes", """[{"step":41,"racer":0,"optimizer":"sgd"}]""" },
        { "changes", """[{"step":-1,"racer":0,"optimizer":"sgd"}]""" },
        { "changes", """[null]""" },
        { "racer", """[{"step":5,"racer":3,"optimizer":"sgd"}]""" },
        { "racer", """[{"step":5,"racer":-1,"optimizer":"sgd"}]""" },
        { "optimizer", """[{"step":5,"racer":0}]""" },
        { "batchSize", """[{"step":5,"racer":0,"batchSize":-1}]""" },
        { "sampling", """[{"step":5,"racer":0,"sampling":"lots"}]""" },
        { "noise", """[{"step":5,"racer":0,"noise":-0.1}]""" },
        { null, """[{"step":5,"racer":0,"optimizer":"sgdd"}]""" },
        { "step", """[{"step":"soon","racer":0,"optimizer":"sgd"}]""" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_change_that_cannot_be_made_is_refused_before_the_first_step(string? field, string changes)
    {
        var fault = Assert.ThrowsAny<Exception>(() => new Race(Settings with { Changes = System.Text.Json.JsonSerializer.Deserialize<RaceChange[]>(changes, LabJson.Options) }));
        Assert.Equal(field, Refusal.Of(fault)!.Field);
    }
}
