namespace Thalweg.Optimizers;

/// <summary>One named tensor that an optimiser remembers from step to step.</summary>
public sealed class Slot
{
    Tensor? pending;

    internal Slot(Variable variable) => Variable = variable;

    /// <summary>The cell that holds it between steps.</summary>
    internal Variable Variable { get; }

    /// <summary>Whether it changes also where the step as a whole doesn't count.</summary>
    internal bool IsUnconditional { get; set; }

    /// <summary>What is remembered; within a step, what the rule set last.</summary>
    public Tensor Value => pending ?? Variable.Value;

    /// <summary>Remembers a function of what was remembered, and returns it.</summary>
    public Tensor Set(Func<Tensor, Tensor> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return pending = next(Value);
    }

    /// <summary>Keeps what was set where the condition holds alone.</summary>
    internal void OnlyWhere(Tensor condition)
    {
        if (pending is not null)
        {
            pending = Tensor.Where(condition, pending, Variable.Value);
        }
    }

    internal void Commit()
    {
        if (pending is not null)
        {
            Variable.Assign(pending);
            pending = null;
        }
    }

    internal void Forget() => pending = null;
}
