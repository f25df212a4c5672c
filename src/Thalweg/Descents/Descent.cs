using Thalweg.Catalogs;
using Thalweg.Optimizers;

namespace Thalweg.Descents;

/// <summary>Lets an optimiser walk down an objective, and writes down its path.</summary>
/// <example><code>
/// var path = Descent.Run(new Rosenbrock(), optimizer: new Adam(0.05), steps: 500);
/// Console.WriteLine(path.Last.Cost);
/// </code></example>
public static class Descent
{
    /// <summary>Descends from a point, on the whole cost or on minibatches.</summary>
    /// <param name="objective">What to descend; a function does.</param>
    /// <param name="start">Where from; the objective's own start where it isn't given.</param>
    /// <param name="optimizer">The rule; plain gradient descent at rate 0.01 where it isn't given. One that has not been used: its state belongs to one descent.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="batchSize">Samples per step; all of them where it isn't given.</param>
    /// <param name="sampling">How minibatches are drawn.</param>
    /// <param name="seed">The seed of the minibatches; the program's where it isn't given.</param>
    /// <param name="batches">The minibatches themselves, one for each step, in place of drawn ones.</param>
    /// <param name="watch">Is shown every point as it is reached; false stops the descent.</param>
    /// <param name="cancellation">Stops it with an exception.</param>
    /// <exception cref="ArgumentException">Minibatches are asked for of a cost that isn't a sum over samples.</exception>
    public static Trajectory Run(
        Objective objective,
        Tensor? start = null,
        Optimizer? optimizer = null,
        int steps = 100,
        int? batchSize = null,
        Sampling sampling = Sampling.WithReplacement,
        long? seed = null,
        IReadOnlyList<IReadOnlyList<int>>? batches = null,
        Func<Iterate, bool>? watch = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Require.NotNegative(steps);
        if (batches is not null && objective.SampleCount == 0)
        {
            throw new ArgumentException($"The cost '{objective.Name}' isn't a sum over samples; leave out the minibatches.", nameof(batches));
        }
        if (batches is not null && batches.Count < steps)
        {
            throw new ArgumentException($"{batches.Count} minibatches for {steps} steps; there must be one for each.", nameof(batches));
        }
        var walk = new Walk(objective, start, optimizer, batchSize, sampling, seed);
        var path = new Trajectory(objective, walk.Optimizer.Name);
        path.Add(walk.Last);
        for (var i = 1; i <= steps; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (watch is not null && !watch(path.Last))
            {
                path.End = DescentEnd.Stopped;
                return path;
            }
            path.Add(walk.Step(batches?[i - 1]));
            if (walk.IsDiverged)
            {
                path.End = DescentEnd.Diverged;
                return path;
            }
        }
        watch?.Invoke(path.Last);
        return path;
    }

    /// <summary>Descends a function of one's own.</summary>
    public static Trajectory Run(Func<Tensor, Tensor> cost, Tensor start, Optimizer? optimizer = null, int steps = 100) =>
        Run(Objective.From(cost, start), start, optimizer, steps);

    /// <summary>Several optimisers from one start, with the same minibatches.</summary>
    /// <param name="objective">What to descend.</param>
    /// <param name="optimizers">The rules, each new.</param>
    /// <param name="start">Where from; the objective's own start where it isn't given.</param>
    /// <param name="steps">How many steps each takes.</param>
    /// <param name="batchSize">Samples per step; all of them where it isn't given.</param>
    /// <param name="sampling">How minibatches are drawn.</param>
    /// <param name="seed">The seed of the minibatches.</param>
    public static IReadOnlyList<Trajectory> Race(
        Objective objective, IReadOnlyList<Optimizer> optimizers, Tensor? start = null, int steps = 100, int? batchSize = null, Sampling sampling = Sampling.WithReplacement, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(optimizers);
        return [.. optimizers.Select(optimizer => Run(objective, start, optimizer, steps, batchSize, sampling, seed))];
    }
}
