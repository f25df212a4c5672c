using Thalweg.Descents;
using Thalweg.Descents.Objectives;
using Thalweg.Optimizers;
using Thalweg.Tests.Contracts;
using Thalweg.Tests.Reference;

namespace Thalweg.Tests.Descents;

public class DescentTests
{
    static ReferenceNode Chapter => ReferenceFile.Load("chapter")["logistic"];

    static LogisticRegression Logistic => new(Chapter["X"].Array.ToTensor(), Chapter["y"].Array.ToTensor(), Chapter["lam"].Number);

    static Tensor Start => Tensor.From(Chapter["start"].Array.Data);

    [Fact]
    public void Gradient_descent_takes_the_path_of_the_chapter()
    {
        var path = Descent.Run(Logistic, Start, new Sgd(Chapter["rho"].Number), Chapter["epochs"].Integer);
        Near.Equal(Chapter["gd"].Array.Data, path.Points, 1e-12);
        Near.Equal(Chapter["gd_cost"].Array.Data, path.Costs.ToArray(), 1e-12);
        Assert.Equal((10.0, DescentEnd.Finished), (path.Last.Epoch, path.End));
    }

    [Fact]
    public void Stochastic_gradient_descent_takes_the_path_of_the_chapter()
    {
        var batches = Chapter["sgd_batches"].Items.Select(batch => (IReadOnlyList<int>)batch.Array.Integers).ToArray();
        var path = Descent.Run(Logistic, Start, new Sgd(Chapter["rho"].Number), batches.Length, batches: batches);
        Near.Equal(Chapter["sgd"].Array.Data, path.Points, 1e-12);
        Near.Equal(Chapter["sgd_cost"].Array.Data, path.Costs.ToArray(), 1e-12);
        Assert.Equal(batches[3], path.Iterates[4].Batch);
        Assert.Equal(10, path.Last.Epoch);
    }

    [Fact]
    public void Above_the_stability_limit_it_diverges_and_says_so()
    {
        var objective = new Quadratic(10);
        Assert.Equal(DescentEnd.Finished, Descent.Run(objective, optimizer: new Sgd(0.19), steps: 200).End);
        var path = Descent.Run(objective, optimizer: new Sgd(0.21), steps: 2000);
        Assert.Equal(DescentEnd.Diverged, path.End);
        Assert.True(path.Iterates.Count < 2000);
        Assert.EndsWith(", diverged", path.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Minibatches_follow_the_seed_and_the_sampling()
    {
        int[] Drawn(long seed, Sampling sampling) =>
            [.. Descent.Run(Logistic, Start, new Sgd(0.01), 5, batchSize: 4, sampling, seed).Iterates.Skip(1).SelectMany(iterate => iterate.Batch!)];
        Assert.Equal(Drawn(1, Sampling.WithReplacement), Drawn(1, Sampling.WithReplacement));
        Assert.NotEqual(Drawn(1, Sampling.WithReplacement), Drawn(2, Sampling.WithReplacement));
        Assert.Equal(Enumerable.Range(0, 20), Drawn(3, Sampling.Permutation).Order());
    }

    [Fact]
    public void Whoever_watches_sees_every_point_and_can_stop()
    {
        var seen = new List<int>();
        var path = Descent.Run(new Rosenbrock(), optimizer: new Adam(0.01), steps: 50, watch: iterate =>
        {
            seen.Add(iterate.Step);
            return iterate.Step < 7;
        });
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], seen);
        Assert.Equal((DescentEnd.Stopped, 7), (path.End, path.Last.Step));
        Near.Equal(path.Last.StepSize, (path.Points[7] - path.Points[6]).Square().Sum().Sqrt().Item(), 1e-15);
    }

    [Fact]
    public void A_race_starts_from_one_point_with_the_same_minibatches()
    {
        var race = Descent.Race(Logistic, [new Sgd(0.1), new Sgd(0.1, momentum: 0.9), new Adam(0.3)], Start, steps: 20, batchSize: 4);
        Assert.Equal(["sgd", "sgd", "adam"], race.Select(path => path.Name));
        Assert.Equal(race[0].Iterates[5].Batch, race[2].Iterates[5].Batch);
        Assert.All(race, path => Near.Equal(Start, path.Points[0]));
    }

    [Fact]
    public void What_cannot_be_is_explained()
    {
        Assert.Throws<ArgumentException>(() => Descent.Run(new Rosenbrock(), batchSize: 2));
        Assert.Throws<ArgumentException>(() => Descent.Run(Logistic, steps: 3, batches: [[1], [2]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descent.Run(new Rosenbrock(), steps: -1));
    }

    [Fact]
    public void A_function_of_ones_own() =>
        Assert.True(Descent.Run(x => x.Square().Sum(), Tensor.Of(1.0, 2), new Sgd(0.4), 30).Last.Cost < 1e-12);
}
