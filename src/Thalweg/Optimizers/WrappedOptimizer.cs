using Thalweg.Schedules;

namespace Thalweg.Optimizers;

/// <summary>An optimiser around another one, whose steps it changes.</summary>
public abstract class WrappedOptimizer : Optimizer
{
    /// <summary>Around an optimiser that hasn't taken a step.</summary>
    protected WrappedOptimizer(Optimizer inner) : base((inner ?? throw new ArgumentNullException(nameof(inner))).LearningRate)
    {
        Inner = inner;
        inner.PutUnder(Name);
    }

    /// <summary>The optimiser inside.</summary>
    public Optimizer Inner { get; }

    /// <summary>The learning rate of the optimiser inside.</summary>
    public override Schedule LearningRate
    {
        get => Inner?.LearningRate ?? base.LearningRate;
        set
        {
            base.LearningRate = value;
            if (Inner is not null)
            {
                Inner.LearningRate = value;
            }
        }
    }

    /// <inheritdoc/>
    public override int Iterations => Inner.Iterations;

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> Variables => [.. base.Variables, .. Inner.Variables];

    /// <inheritdoc/>
    public override bool NeedsValues => Inner.NeedsValues;

    /// <inheritdoc/>
    public override Tensor ScaleLoss(Tensor loss) => Inner.ScaleLoss(base.ScaleLoss(loss));

    /// <inheritdoc/>
    public override void Finish(IReadOnlyList<Variable> variables)
    {
        base.Finish(variables);
        Inner.Finish(variables);
    }

    /// <inheritdoc/>
    public override Tensor? Remembered(Variable variable, string slot) => base.Remembered(variable, slot) ?? Inner.Remembered(variable, slot);

    internal override void Keep(IReadOnlyDictionary<string, Tensor> values)
    {
        base.Keep(values);
        Inner.Keep(values);
    }

    internal override void PutUnder(string prefix)
    {
        base.PutUnder(prefix);
        Inner.PutUnder($"{prefix}/{Name}");
    }

    /// <inheritdoc/>
    protected override void Move(StepDraft draft)
    {
        var step = Inner.Draft(draft.Variables, draft.Weights, [.. draft.Gradients]);
        draft.Add(step);
        step.Weights.CopyTo(draft.Weights);
    }

    /// <summary>Not asked: the optimiser inside moves the weights.</summary>
    protected sealed override Tensor Update(Tensor w, Tensor g, in Step step, Slots slots) => w;
}
