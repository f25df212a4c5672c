using System.Collections.Concurrent;
using Thalweg.Kernels;
using Thalweg.Plans;

namespace Thalweg.Descents;

/// <summary>
/// One function of a few numbers at many points, shared out among the threads: each has a plan of its own, and computes whole
/// points, so that no product is too small to share. A point's bits don't depend on which thread computes it.
/// </summary>
sealed class Sweep
{
    /// <summary>Points are handed out in so many portions at most.</summary>
    const int MostPortions = 128;

    readonly ConcurrentBag<Plan> plans = [];
    readonly double[] results;
    readonly Func<int, double[]> inputs;
    readonly IProgress<double>? progress;
    readonly CancellationToken cancellation;
    readonly Lock telling = new();
    readonly int together;
    int done;

    Sweep(int points, Func<int, double[]> inputs, IProgress<double>? progress, CancellationToken cancellation)
    {
        (results, this.inputs, this.progress, this.cancellation) = (new double[points], inputs, progress, cancellation);
        together = Math.Max(1, (points + MostPortions - 1) / MostPortions);
    }

    /// <summary>The function at each point.</summary>
    /// <param name="function">From single numbers of Float64 to a single number; may read variables, and set them back.</param>
    /// <param name="points">How many points.</param>
    /// <param name="inputs">The numbers of each point.</param>
    /// <param name="progress">Is told the part that is done, rising, from whichever thread.</param>
    /// <param name="cancellation">Stops between two points.</param>
    public static double[] Run(Func<Tensor[], Tensor> function, int points, Func<int, double[]> inputs, IProgress<double>? progress, CancellationToken cancellation)
    {
        var sweep = new Sweep(points, inputs, progress, cancellation);
        if (points == 0)
        {
            return sweep.results;
        }
        cancellation.ThrowIfCancellationRequested();
        // Plans are made, and run once, one after the other: that gives constants and variables an address that stays.
        Tensor[] like = Numbers(inputs(0));
        for (var i = 0; i < Math.Min(Threads.Count, points); i++)
        {
            var plan = Plan.For(numbers => [function(numbers)], like);
            plan.Run(like);
            sweep.plans.Add(plan);
        }
        var portions = (points + sweep.together - 1) / sweep.together;
        ThreadTeam.Run(portions, new Work(sweep));
        return sweep.results;
    }

    void Portion(int portion)
    {
        // No more portions run at once than there are plans.
        if (!plans.TryTake(out var plan))
        {
            throw new InvalidOperationException("More threads work than there are plans.");
        }
        try
        {
            var end = Math.Min(results.Length, (portion + 1) * together);
            for (var i = portion * together; i < end; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                results[i] = plan.Run(Numbers(inputs(i)))[0].Item();
            }
            Tell(end - portion * together);
        }
        finally
        {
            plans.Add(plan);
        }
    }

    void Tell(int more)
    {
        if (progress is null)
        {
            return;
        }
        lock (telling)
        {
            done += more;
            progress.Report((double)done / results.Length);
        }
    }

    static Tensor[] Numbers(double[] values) => Array.ConvertAll(values, value => Tensor.Scalar(value, DType.Float64));

    readonly struct Work(Sweep sweep) : IParallelWork
    {
        public void Run(int piece) => sweep.Portion(piece);
    }
}
