using Thalweg.Plans;

namespace Thalweg.Descents;

/// <summary>A cost to be made small: a scalar function of a tensor, perhaps a sum over samples, with what is known of it.</summary>
/// <remarks>
/// Ready ones take points of shape (…, n) and give costs of shape (…), so that a whole grid is one computation. A function of
/// one's own need only take one point.
/// </remarks>
/// <example><code>Objective bowl = Objective.From(x => x.Square().Sum());</code></example>
public abstract class Objective
{
    /// <summary>What it is called.</summary>
    public abstract string Name { get; }

    /// <summary>How many samples the cost is a sum or a mean over; 0 where it is neither.</summary>
    public virtual int SampleCount => 0;

    /// <summary>Whether the cost is a mean over the samples: that of a minibatch is then one of the same size, and no part of the whole.</summary>
    public virtual bool IsMean => false;

    /// <summary>A point to start from.</summary>
    public abstract Tensor Start { get; }

    /// <summary>The known minimisers.</summary>
    public virtual IReadOnlyList<Tensor> Minimisers => [];

    /// <summary>The least cost, where it is known.</summary>
    public virtual double? LeastCost => null;

    /// <summary>Where to look at it, if it is a function of two variables.</summary>
    public virtual Window? Window => null;

    /// <summary>The cost of a point.</summary>
    public abstract Tensor Cost(Tensor x);

    /// <summary>The part of the cost that some samples make up; what belongs to no sample is shared out evenly.</summary>
    /// <param name="x">The point.</param>
    /// <param name="samples">The numbers of the samples, Int32, repeats allowed.</param>
    public virtual Tensor Cost(Tensor x, Tensor samples) => throw new NotSupportedException($"The cost '{Name}' isn't a sum over samples; descend without minibatches.");

    /// <summary>The costs of many points, (points, n) to (points): of all at once where the function can, otherwise one by one.</summary>
    public virtual Tensor Costs(Tensor points) => Cost(points);

    /// <summary>A function of one's own, of one point.</summary>
    /// <param name="cost">The function; a single number for each point.</param>
    /// <param name="start">A point to start from; (0, 0) where it isn't given.</param>
    /// <param name="window">Where to look at it.</param>
    /// <param name="name">What to call it.</param>
    public static Objective From(Func<Tensor, Tensor> cost, Tensor? start = null, Window? window = null, string name = "custom") =>
        new Custom(cost, start ?? Tensor.Zeros([2], DType.Float64), window, name);

    /// <summary>A mean or a sum over samples: the cost of a point on some of them, given by their numbers (Int32).</summary>
    public static Objective From(Func<Tensor, Tensor, Tensor> cost, int samples, Tensor start, Window? window = null, string name = "custom") =>
        new Sampled(cost, samples, start, window, name);

    /// <summary>A function of one's own, of one point.</summary>
    public static implicit operator Objective(Func<Tensor, Tensor> cost) => From(cost);

    sealed class Custom(Func<Tensor, Tensor> cost, Tensor start, Window? window, string name) : Objective
    {
        readonly Func<Tensor, Tensor> planned = Plan.Trace(cost);

        public override string Name => name;

        public override Tensor Start => start;

        public override Window? Window => window;

        public override Tensor Cost(Tensor x) => cost(x);

        public override Tensor Costs(Tensor points) => Tensor.Stack([.. Enumerable.Range(0, points.Shape[0]).Select(i => planned(points[i]).Reshape([]))]);
    }

    sealed class Sampled(Func<Tensor, Tensor, Tensor> cost, int samples, Tensor start, Window? window, string name) : Objective
    {
        readonly Tensor all = Tensor.Arange(samples);

        public override string Name => name;

        public override int SampleCount => samples;

        public override Tensor Start => start;

        public override Window? Window => window;

        public override Tensor Cost(Tensor x) => cost(x, all);

        public override Tensor Cost(Tensor x, Tensor samples) => cost(x, samples);

        public override Tensor Costs(Tensor points) => Tensor.Stack([.. Enumerable.Range(0, points.Shape[0]).Select(i => Cost(points[i]).Reshape([]))]);
    }
}
