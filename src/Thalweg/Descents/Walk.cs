using Thalweg.Catalogs;
using Thalweg.Optimizers;
using Thalweg.Plans;

namespace Thalweg.Descents;

/// <summary>A descent step by step, for those who look at each point before they go on, or change the rule on the way.</summary>
/// <example><code>
/// var walk = new Walk(new Rosenbrock(), optimizer: new Sgd(0.001));
/// walk.Step();
/// walk.Optimizer = new Sgd(0.0005);      // from where it stands
/// </code></example>
public sealed class Walk
{
    /// <summary>A cost so many times that of the start counts as diverged.</summary>
    const double Diverged = 1e12;

    const long NoiseStream = 0x6e6f697365;

    readonly Variable x;
    readonly TracedFunction cost;
    readonly double first;
    readonly RandomStream? stream;
    readonly RandomStream perturbing;
    TracedFunction step;
    Minibatches? drawn;
    long used;

    /// <summary>A descent that stands at its start.</summary>
    /// <param name="objective">What to descend.</param>
    /// <param name="start">Where from; the objective's own start where it isn't given.</param>
    /// <param name="optimizer">The rule; plain gradient descent at rate 0.01 where it isn't given. One that has not been used: its state belongs to one descent.</param>
    /// <param name="batchSize">Samples per step; all of them where it isn't given.</param>
    /// <param name="sampling">How minibatches are drawn.</param>
    /// <param name="seed">The seed of the minibatches; the program's where it isn't given.</param>
    /// <exception cref="ArgumentException">Minibatches are asked for of a cost that isn't a sum over samples.</exception>
    public Walk(Objective objective, Tensor? start = null, Optimizer? optimizer = null, int? batchSize = null, Sampling sampling = Sampling.WithReplacement, long? seed = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Objective = objective;
        Optimizer = optimizer ?? new Sgd();
        x = new Variable((start ?? objective.Start).Floating(), "x");
        // Noise has numbers of its own: switching it on changes no minibatch.
        perturbing = new RandomStream(seed ?? RandomSeed.Current, NoiseStream);
        cost = Plan.Trace(_ => [objective.Cost(x.Value).Reshape([])]);
        step = Traced();
        if (batchSize is not null)
        {
            // One stream for the whole walk, so that a new batch size goes on in the same numbers.
            stream = seed is { } own ? new RandomStream(own) : RandomSeed.NextStream();
            Draw(batchSize, sampling);
        }
        else
        {
            stream = seed is { } own ? new RandomStream(own) : null;
        }
        Last = new Iterate(0, 0, x.Value, cost.Run()[0].Item(), double.NaN, 0, null);
        first = Last.Cost;
    }

    /// <summary>What is descended.</summary>
    public Objective Objective { get; }

    /// <summary>The rule. A new one goes on from the point that was reached; where it is the same rule with other settings, with what the old one remembered.</summary>
    public Optimizer Optimizer
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var old = field;
            field = value;
            if (old is null)
            {
                return;
            }
            if (old.GetType() == value.GetType())
            {
                value.SetState(old.Variables.Where(kept => !kept.Path.EndsWith("/learning_rate", StringComparison.Ordinal)).ToDictionary(kept => kept.Path, kept => kept.Value));
                value.LearningRate = value.LearningRate;        // of the step that was taken over
            }
            step = Traced();
        }
    }

    /// <summary>The standard deviation of normal noise that is added to each element of the gradient from the next step on; 0, none, by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or not finite.</exception>
    public double Noise { get; set => field = Require.NotNegative(value); }

    /// <summary>The point that was reached.</summary>
    public Iterate Last { get; private set; }

    /// <summary>Whether the cost became infinite, not a number, or a trillion times that of the start.</summary>
    public bool IsDiverged => !(Math.Abs(Last.Cost) <= Diverged * Math.Max(1, Math.Abs(first)));

    /// <summary>Draws minibatches in another way from the next step on.</summary>
    /// <param name="batchSize">Samples per step; all of them where it isn't given.</param>
    /// <param name="sampling">How they are drawn.</param>
    /// <exception cref="ArgumentException">The cost isn't a sum over samples.</exception>
    public void Draw(int? batchSize, Sampling sampling = Sampling.WithReplacement)
    {
        if (batchSize is not { } size)
        {
            drawn = null;
            return;
        }
        if (Objective.SampleCount == 0)
        {
            throw new ArgumentException($"The cost '{Objective.Name}' isn't a sum over samples; leave out the minibatches.", nameof(batchSize));
        }
        drawn = new Minibatches(Objective.SampleCount, Require.Positive(size), sampling, stream ?? RandomSeed.NextStream());
    }

    /// <summary>Takes one step.</summary>
    /// <param name="batch">The samples to use, in place of drawn ones.</param>
    /// <returns>The point that it led to.</returns>
    public Iterate Step(IReadOnlyList<int>? batch = null)
    {
        var chosen = batch?.ToArray() ?? drawn?.Next();
        var before = x.Value;
        Tensor[] inputs = [.. chosen is null ? Array.Empty<Tensor>() : [Tensor.From(chosen)], .. Noise == 0 ? Array.Empty<Tensor>() : [Perturbation()]];
        var norm = (Optimizer.NeedsValues ? StepByValues(inputs) : step.Run(inputs)[0]).Item();
        var now = x.Value;
        used += chosen?.Length ?? Math.Max(1, Objective.SampleCount);
        return Last = new Iterate(
            Last.Step + 1, (double)used / Math.Max(1, Objective.SampleCount), now, cost.Run()[0].Item(), norm, (now - before).Square().Sum().Sqrt().Item(), chosen);
    }

    TracedFunction Traced()
    {
        var rule = Optimizer;
        return Plan.Trace(inputs =>
        {
            var (_, gradients) = Gradient.Of(() => Perturbed(inputs), [x]);
            rule.Apply([x], gradients);
            return [gradients[0].Square().Sum().Sqrt()];
        });
    }

    /// <summary>The step of a rule that looks at the cost while it works, as L-BFGS searching along a line: no plan can hold it.</summary>
    Tensor StepByValues(Tensor[] inputs)
    {
        var (_, gradients) = Gradient.Of(() => Perturbed(inputs), [x]);
        Optimizer.Minimize(() => Perturbed(inputs), [x]);
        return gradients[0].Square().Sum().Sqrt();
    }

    /// <summary>The cost on the step's samples, tilted so that its gradient has the step's noise.</summary>
    Tensor Perturbed(Tensor[] inputs)
    {
        // Samples are numbers of rows, noise has the point's type: either, both or neither is given.
        var samples = Array.Find(inputs, input => input.DType == DType.Int32);
        var noise = Array.Find(inputs, input => input.DType != DType.Int32);
        var value = (samples is null ? Objective.Cost(x.Value) : Objective.Cost(x.Value, samples)).Reshape([]);
        return noise is null ? value : value + (x.Value * noise).Sum();
    }

    Tensor Perturbation()
    {
        var numbers = new double[x.Shape.Size];
        perturbing.Normal(numbers, 0, Noise);
        return Tensor.From(numbers).Reshape(x.Shape).Cast(x.DType);
    }
}
