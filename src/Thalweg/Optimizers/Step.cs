namespace Thalweg.Optimizers;

/// <summary>What an optimiser's rule knows of the step it takes. Numbers are single ones of the weight's type, as in Keras.</summary>
public readonly struct Step
{
    readonly StepDraft draft;
    readonly DType type;

    internal Step(StepDraft draft, DType type)
    {
        this.draft = draft;
        this.type = type;
    }

    /// <summary>The learning rate of the step.</summary>
    public Tensor LearningRate
    {
        get
        {
            var optimizer = draft.Optimizer;
            return draft.Number(("learning rate", 0, type), () => optimizer.LearningRate.At(optimizer.Batches));
        }
    }

    /// <summary>βᵗ, with t the step's number (the first is 1) and β rounded to the weight's type first.</summary>
    public Tensor Power(double beta)
    {
        var optimizer = draft.Optimizer;
        var rounded = type == DType.Float32 ? (float)beta : beta;
        return draft.Number(("power", rounded, type), () => Math.Pow(rounded, optimizer.Iterations + 1));
    }

    /// <summary>A function of the step's number t (the first is 1), which is asked again at each step.</summary>
    public Tensor Number(Func<long, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var optimizer = draft.Optimizer;
        return draft.Number((function, 0, type), () => function(optimizer.Iterations + 1));
    }

    /// <summary>Whether the step's number t has a property, as a truth value for <c>Tensor.Where</c>.</summary>
    public Tensor When(Func<long, bool> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return Number(t => property(t) ? 1 : 0) > 0.5;
    }
}
