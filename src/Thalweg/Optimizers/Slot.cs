namespace Thalweg.Optimizers;

/// <summary>One named tensor that an optimiser remembers of one weight.</summary>
public sealed class Slot
{
    Tensor? pending;

    internal Slot(Variable variable) => Variable = variable;

    /// <summary>The cell that holds it between steps.</summary>
    internal Variable Variable { get; }

    /// <summary>What is remembered; within a step, what the rule set last.</summary>
    public Tensor Value => pending ?? Variable.Value;

    /// <summary>Remembers a function of what was remembered, and returns it.</summary>
    public Tensor Set(Func<Tensor, Tensor> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return pending = next(Value);
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
