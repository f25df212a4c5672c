namespace Thalweg.Optimizers;

/// <summary>
/// A step of all weights in the making. Transformations and the rule rewrite it; variables change when the whole of it has been
/// worked out, so that a step that fails changes nothing.
/// </summary>
public sealed class StepDraft
{
    readonly Tensor[] weights, gradients;
    readonly Slots[] slots;
    readonly Dictionary<object, Tensor> numbers = [];
    readonly List<StepDraft> inner = [];

    internal StepDraft(Optimizer optimizer, IReadOnlyList<Variable> variables, Tensor[] weights, Tensor[] gradients, Slots[] slots)
    {
        (Optimizer, Variables, this.weights, this.gradients, this.slots) = (optimizer, variables, weights, gradients, slots);
    }

    /// <summary>The weights that move.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>Where each weight stands in the draft: before the rule, what the rule starts from; after it, where it gets to.</summary>
    public Span<Tensor> Weights => weights;

    /// <summary>The gradient by each weight, as earlier transformations left it.</summary>
    public Span<Tensor> Gradients => gradients;

    /// <summary>Where the step counts at all, a truth value; null where it always does.</summary>
    internal Tensor? Counts { get; private set; }

    /// <summary>Where the number of steps goes up; null where it always does.</summary>
    internal Tensor? Advances { get; private set; }

    internal Optimizer Optimizer { get; }

    /// <summary>What is remembered of a weight.</summary>
    public Slots SlotsOf(int weight) => slots[weight];

    /// <summary>The step, in numbers of a weight's type.</summary>
    public Step StepOf(int weight) => new(this, Variables[weight].DType);

    /// <summary>Lets the step count only where a condition holds: elsewhere weights and slots stay as they were.</summary>
    public void CountOnlyWhere(Tensor condition) => Counts = Counts is null ? condition : Counts.And(condition);

    /// <summary>A step of another optimiser, worked out within this one, that is taken with it.</summary>
    internal void Add(StepDraft draft) => inner.Add(draft);

    /// <summary>A number that a plan asks for again at each step; the same one for all weights.</summary>
    internal Tensor Number((object What, double Parameter, DType Type) key, Func<double> number)
    {
        if (!numbers.TryGetValue(key, out var known))
        {
            numbers[key] = known = Recorder.Current?.Ask(number, key.Type) ?? Tensor.Scalar(number(), key.Type);
        }
        return known;
    }

    /// <summary>Takes back what doesn't count.</summary>
    internal void Settle(Slots shared)
    {
        if (Counts is not { } counts)
        {
            return;
        }
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Tensor.Where(counts, weights[i], Variables[i].Value);
            slots[i].OnlyWhere(counts, all: false);
        }
        shared.OnlyWhere(counts, all: false);
        foreach (var draft in inner)
        {
            draft.OnlyWhere(counts);
        }
    }

    /// <summary>Writes everything down.</summary>
    internal void Commit()
    {
        for (var i = 0; i < weights.Length; i++)
        {
            Variables[i].Assign(weights[i]);
        }
        CommitState();
    }

    /// <summary>Writes nothing down.</summary>
    internal void Drop()
    {
        foreach (var own in slots)
        {
            own.Forget();
        }
        Optimizer.ForgetShared();
        inner.ForEach(static draft => draft.Drop());
    }

    void CommitState()
    {
        foreach (var own in slots)
        {
            own.Commit();
        }
        Optimizer.CommitShared(this);
        inner.ForEach(static draft => draft.CommitState());
    }

    void OnlyWhere(Tensor condition)
    {
        foreach (var own in slots)
        {
            own.OnlyWhere(condition, all: true);
        }
        Optimizer.Shared.OnlyWhere(condition, all: true);
        Advances = Advances is null ? condition : Advances.And(condition);
        inner.ForEach(draft => draft.OnlyWhere(condition));
    }
}
