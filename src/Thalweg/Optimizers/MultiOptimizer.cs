using Thalweg.Catalogs;

namespace Thalweg.Optimizers;

/// <summary>One optimiser for each group of weights: the first group that a weight belongs to moves it, otherwise the optimiser of the rest.</summary>
/// <example><code>
/// var w = new Variable(Tensor.Of(1f));
/// new MultiOptimizer(new Sgd(0.1), (weight => weight.Path.Contains("head"), new Adam(0.001))).Minimize(() => w.Value.Square().Sum(), [w]);
/// w.Value.Item()     // 0.8
/// </code></example>
[Named("multi_optimizer")]
public sealed class MultiOptimizer : Optimizer
{
    readonly (Func<Variable, bool> Belongs, Optimizer Optimizer)[] groups;

    /// <summary>Groups by what belongs to them.</summary>
    /// <param name="rest">The optimiser of weights that belong to no group.</param>
    /// <param name="groups">What belongs to a group, and its optimiser.</param>
    public MultiOptimizer(Optimizer rest, params (Func<Variable, bool> Belongs, Optimizer Optimizer)[] groups)
        : base((rest ?? throw new ArgumentNullException(nameof(rest))).LearningRate)
    {
        ArgumentNullException.ThrowIfNull(groups);
        this.groups = [.. groups, (_ => true, rest)];
        for (var i = 0; i < this.groups.Length; i++)
        {
            this.groups[i].Optimizer.PutUnder(FormattableString.Invariant($"{Name}/{i}"));
        }
    }

    /// <summary>Groups of the weights listed.</summary>
    /// <param name="rest">The optimiser of weights that aren't listed.</param>
    /// <param name="groups">The weights of a group, and their optimiser.</param>
    public MultiOptimizer(Optimizer rest, params (IReadOnlyList<Variable> Weights, Optimizer Optimizer)[] groups)
        : this(rest, [.. groups.Select(group => ((Func<Variable, bool>)group.Weights.Contains, group.Optimizer))])
    {
    }

    /// <summary>The optimisers, that of the rest last.</summary>
    public IReadOnlyList<Optimizer> Optimizers => [.. groups.Select(group => group.Optimizer)];

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> Variables => [.. base.Variables, .. groups.SelectMany(group => group.Optimizer.Variables)];

    /// <inheritdoc/>
    public override void Finish(IReadOnlyList<Variable> variables)
    {
        base.Finish(variables);
        foreach (var (_, optimizer) in groups)
        {
            optimizer.Finish(variables);
        }
    }

    /// <inheritdoc/>
    public override Tensor? Remembered(Variable variable, string slot) => base.Remembered(variable, slot) ?? Of(variable).Remembered(variable, slot);

    internal override void Keep(IReadOnlyDictionary<string, Tensor> values)
    {
        base.Keep(values);
        foreach (var (_, optimizer) in groups)
        {
            optimizer.Keep(values);
        }
    }

    internal override void PutUnder(string prefix)
    {
        base.PutUnder(prefix);
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i].Optimizer.PutUnder(FormattableString.Invariant($"{prefix}/{Name}/{i}"));
        }
    }

    /// <inheritdoc/>
    protected override void Move(StepDraft draft)
    {
        var owners = draft.Variables.Select(Of).ToArray();
        foreach (var (_, optimizer) in groups)
        {
            int[] own = [.. Enumerable.Range(0, owners.Length).Where(i => owners[i] == optimizer)];
            var (weights, gradients) = (new Tensor[own.Length], new Tensor[own.Length]);
            for (var i = 0; i < own.Length; i++)
            {
                (weights[i], gradients[i]) = (draft.Weights[own[i]], draft.Gradients[own[i]]);
            }
            var step = optimizer.Draft([.. own.Select(i => draft.Variables[i])], weights, gradients);
            draft.Add(step);
            for (var i = 0; i < own.Length; i++)
            {
                draft.Weights[own[i]] = step.Weights[i];
            }
        }
    }

    /// <summary>Not asked: the optimisers of the groups move the weights.</summary>
    protected override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots) => w;

    /// <summary>The optimiser that moves a weight.</summary>
    public Optimizer Of(Variable variable) => groups.First(group => group.Belongs(variable)).Optimizer;
}
