using Thalweg.Catalogs;
using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>L-BFGS: Newton's direction from the last gradients, with a line search. For full batches of smooth costs.</summary>
/// <remarks>
/// Each step takes up to <see cref="MaxIterations"/> iterations, as PyTorch's LBFGS, whose values it gives: the direction from the two-loop
/// recursion over the last pairs of moves and changes of gradient, the first scaled by min(1, 1 / ‖g‖₁); then a strong-Wolfe search, or the
/// learning rate as the step. Liu and Nocedal, 1989. It needs the loss, and looks at values: <c>Fit</c> runs it without plans; give it the
/// whole data as one batch. The weights' decay, clipping and averages of <see cref="Optimizer"/> don't apply.
/// </remarks>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new LBfgs().Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0
/// </code></example>
/// <param name="learningRate">The first step along a direction; 1 where it isn't given.</param>
[Named("lbfgs", "l_bfgs")]
public sealed class LBfgs(Schedule? learningRate = null) : Optimizer(learningRate ?? 1)
{
    readonly LBfgsMemory memory = new();

    /// <summary>How many iterations a step takes at most.</summary>
    public int MaxIterations { get; init => field = Require.Positive(value); } = 20;

    /// <summary>How many pairs are remembered.</summary>
    public int HistorySize { get; init => field = Require.Positive(value); } = 100;

    /// <summary>A step ends where no element of the gradient is greater.</summary>
    public double ToleranceGrad { get; init => field = Require.NotNegative(value); } = 1e-7;

    /// <summary>A step ends where cost or weights change by less.</summary>
    public double ToleranceChange { get; init => field = Require.NotNegative(value); } = 1e-9;

    /// <summary>Whether the step along a direction is searched for; the learning rate otherwise.</summary>
    public bool LineSearch { get; init; } = true;

    /// <summary>How often the cost was asked so far.</summary>
    public int Evaluations => memory.Evaluations;

    /// <inheritdoc/>
    public override bool NeedsValues => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> Variables => [.. base.Variables, .. memory.Variables(Name)];

    /// <inheritdoc/>
    public override Tensor Minimize(Func<Tensor> loss, IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(variables);
        Tensor[] before = [.. variables.Select(variable => variable.Value)];
        var kept = memory.Copy();
        Tensor? first = null;
        try
        {
            Iterate(
                () =>
                {
                    var (value, gradients) = Gradient.Of(loss, variables);
                    first ??= value.StopGradient();
                    memory.Evaluations++;
                    return (value.Item(), Vector.Of(gradients));
                },
                variables);
        }
        catch
        {
            memory.Take(kept);
            for (var i = 0; i < before.Length; i++)
            {
                variables[i].Assign(before[i]);
            }
            throw;
        }
        Draft([], [], []).Commit();
        return first!;
    }

    /// <summary>Not asked: one gradient isn't enough.</summary>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots) =>
        throw new InvalidOperationException("LBfgs asks for the loss more than once in a step: use Fit, or Minimize in place of Apply.");

    internal override void Keep(IReadOnlyDictionary<string, Tensor> values)
    {
        base.Keep(values);
        memory.Read(Name, values);
    }

    void Iterate(Func<(double Cost, double[] Gradient)> ask, IReadOnlyList<Variable> variables)
    {
        var (cost, gradient) = ask();
        var evaluated = 1;
        if (Vector.Largest(gradient) <= ToleranceGrad)
        {
            return;
        }
        var rate = LearningRate.At(Batches);
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            var direction = memory.Direction(gradient, HistorySize);
            var step = memory.Iterations == 1 ? Math.Min(1, 1 / Vector.Size(gradient)) * rate : rate;
            var slope = Vector.Dot(gradient, direction);
            memory.Remember(gradient, cost);
            if (slope > -ToleranceChange)
            {
                return;
            }
            if (LineSearch)
            {
                double[] start = Vector.Of(variables);
                var (found, asked) = StrongWolfe.Search(
                    t =>
                    {
                        Vector.Put(variables, start, direction, t);
                        var (value, slopes) = ask();
                        return new StrongWolfe.Point(t, value, slopes, Vector.Dot(slopes, direction));
                    },
                    new StrongWolfe.Point(0, cost, gradient, slope), step, Vector.Largest(direction), ToleranceChange);
                Vector.Put(variables, start, direction, found.Step);
                (step, cost, gradient, evaluated) = (found.Step, found.Cost, found.Gradient, evaluated + asked);
            }
            else
            {
                Vector.Put(variables, Vector.Of(variables), direction, step);
                if (iteration < MaxIterations)
                {
                    (cost, gradient) = ask();
                    evaluated++;
                }
            }
            memory.Step = step;
            if (evaluated >= MaxIterations * 5 / 4 || Vector.Largest(gradient) <= ToleranceGrad
                || Vector.Largest(direction) * Math.Abs(step) <= ToleranceChange || Math.Abs(cost - memory.LastCost) < ToleranceChange)
            {
                return;
            }
        }
    }
}
