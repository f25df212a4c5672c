namespace Thalweg.Descents;

/// <summary>How a descent ended.</summary>
public enum DescentEnd
{
    /// <summary>All steps were taken.</summary>
    Finished,

    /// <summary>The cost became infinite, not a number, or a trillion times that of the start.</summary>
    Diverged,

    /// <summary>Whoever watched it said stop.</summary>
    Stopped,
}

/// <summary>The path of a descent: every point with its cost.</summary>
public sealed class Trajectory
{
    readonly List<Iterate> iterates = [];

    internal Trajectory(Objective objective, string name)
    {
        Objective = objective;
        Name = name;
    }

    /// <summary>What was descended.</summary>
    public Objective Objective { get; }

    /// <summary>What it is called among others: the optimiser, as a rule.</summary>
    public string Name { get; }

    /// <summary>The start and every point after a step.</summary>
    public IReadOnlyList<Iterate> Iterates => iterates;

    /// <summary>How it ended.</summary>
    public DescentEnd End { get; internal set; }

    /// <summary>The points, (steps + 1, …).</summary>
    public Tensor Points => Tensor.Stack([.. iterates.Select(iterate => iterate.Point)]);

    /// <summary>The costs of the points.</summary>
    public IReadOnlyList<double> Costs => [.. iterates.Select(iterate => iterate.Cost)];

    /// <summary>The last point.</summary>
    public Iterate Last => iterates[^1];

    /// <summary>Where it ended, in a line.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Name} on {Objective.Name}: {Last.Step} steps, cost {iterates[0].Cost:g6} → {Last.Cost:g6}{(End == DescentEnd.Finished ? "" : $", {End.ToString().ToLowerInvariant()}")}");

    internal void Add(Iterate iterate) => iterates.Add(iterate);
}
