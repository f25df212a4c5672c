using Thalweg.Catalogs;
using Thalweg.Optimizers;
using Thalweg.Plans;

namespace Thalweg.Descents;

/// <summary>Lets an optimiser walk down an objective, and writes down its path.</summary>
/// <example><code>
/// var path = Descent.Run(new Rosenbrock(), optimizer: new Adam(0.05), steps: 500);
/// Console.WriteLine(path.Last.Cost);
/// </code></example>
public static class Descent
{
    /// <summary>A cost so many times that of the start counts as diverged.</summary>
    const double Diverged = 1e12;

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
        optimizer ??= new Sgd();
        if ((batchSize is not null || batches is not null) && objective.SampleCount == 0)
        {
            throw new ArgumentException($"The cost '{objective.Name}' isn't a sum over samples; leave out the minibatches.", nameof(batchSize));
        }
        if (batches is not null && batches.Count < steps)
        {
            throw new ArgumentException($"{batches.Count} minibatches for {steps} steps; there must be one for each.", nameof(batches));
        }
        var drawn = batchSize is { } size
            ? new Minibatches(objective.SampleCount, Require.Positive(size), sampling, seed is { } own ? new RandomStream(own) : RandomSeed.NextStream())
            : null;
        var x = new Variable((start ?? objective.Start).Floating(), "x");
        var cost = Plan.Trace(_ => [objective.Cost(x.Value).Reshape([])]);
        var step = Plan.Trace(inputs =>
        {
            var (_, gradients) = Gradient.Of(() => inputs.Length == 0 ? objective.Cost(x.Value) : objective.Cost(x.Value, inputs[0]), [x]);
            optimizer.Apply([x], gradients);
            return [gradients[0].Square().Sum().Sqrt()];
        });

        var path = new Trajectory(objective, optimizer.Name);
        var before = x.Value;
        path.Add(new Iterate(0, 0, before, cost.Run()[0].Item(), double.NaN, 0, null));
        var used = 0L;
        for (var i = 1; i <= steps; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (watch is not null && !watch(path.Last))
            {
                path.End = DescentEnd.Stopped;
                return path;
            }
            var batch = batches?[i - 1].ToArray() ?? drawn?.Next();
            var norm = (batch is null ? step.Run() : step.Run(Tensor.From(batch)))[0].Item();
            var now = x.Value;
            used += batch?.Length ?? Math.Max(1, objective.SampleCount);
            path.Add(new Iterate(
                i, (double)used / Math.Max(1, objective.SampleCount), now, cost.Run()[0].Item(), norm, (now - before).Square().Sum().Sqrt().Item(), batch));
            before = now;
            if (!(Math.Abs(path.Last.Cost) <= Diverged * Math.Max(1, Math.Abs(path.Iterates[0].Cost))))
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
