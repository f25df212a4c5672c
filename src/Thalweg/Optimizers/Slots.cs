namespace Thalweg.Optimizers;

/// <summary>What an optimiser remembers of one weight from step to step: named tensors, each made at its first use.</summary>
public sealed class Slots
{
    readonly Variable? weight;
    readonly Func<string, Variable, Variable> register;
    readonly List<Slot> slots = [];

    /// <param name="weight">The weight; null for what belongs to no single one.</param>
    /// <param name="register">Gives a new variable its path, and the value that was loaded for it.</param>
    internal Slots(Variable? weight, Func<string, Variable, Variable> register)
    {
        this.weight = weight;
        this.register = register;
    }

    /// <summary>The slot of a name, in the shape of the weight; 0 to begin with.</summary>
    public Slot this[string name] => Get(name, static weight => Tensor.Zeros(weight.Shape, weight.DType));

    /// <summary>The slot of a name, in the shape of the weight; a number to begin with.</summary>
    public Slot From(string name, double value) => Get(name, weight => Tensor.Full(weight.Shape, value, weight.DType));

    /// <summary>The slot of a name, in another shape than the weight's; a number to begin with.</summary>
    public Slot From(string name, Shape shape, double value) => Get(name, weight => Tensor.Full(shape, value, weight.DType));

    /// <summary>The slot of a name, a single number of Float64 that belongs to no weight's type.</summary>
    internal Slot Single(string name, double value) => Find(name) ?? Add(name, Tensor.Scalar(value, DType.Float64));

    /// <summary>The slot of a name; a copy of the weight, as it is then, to begin with.</summary>
    public Slot Copy(string name) => Get(name, static weight => Clone(weight.Held));

    /// <summary>The slot of a name; a square matrix with a number on its diagonal to begin with.</summary>
    internal Slot Diagonal(string name, int size, double value) => Get(name, weight =>
    {
        var numbers = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            numbers[i * size + i] = value;
        }
        var matrix = Tensor.From(numbers, size, size);
        return weight.DType == DType.Float64 ? matrix : Tensor.From(Array.ConvertAll(numbers, number => (float)number), size, size);
    });

    internal IEnumerable<Variable> Variables => slots.Select(slot => slot.Variable);

    internal Slot? Find(string name)
    {
        foreach (var slot in slots)
        {
            if (slot.Variable.Name == name)
            {
                return slot;
            }
        }
        return null;
    }

    /// <summary>Keeps what was set where the condition holds alone.</summary>
    internal void OnlyWhere(Tensor condition, bool all)
    {
        foreach (var slot in slots)
        {
            if (all || !slot.IsUnconditional)
            {
                slot.OnlyWhere(condition);
            }
        }
    }

    /// <summary>Makes what the rule set last.</summary>
    internal void Commit() => slots.ForEach(static slot => slot.Commit());

    /// <summary>Drops what a failed step set.</summary>
    internal void Forget() => slots.ForEach(static slot => slot.Forget());

    Slot Get(string name, Func<Variable, Tensor> first) => Find(name) ?? Add(name, first(weight!));

    Slot Add(string name, Tensor first)
    {
        var prefix = weight is null ? "" : weight.Path.Replace('/', '_') + "_";
        var made = new Slot(register(prefix + name, new Variable(first, name, trainable: false)));
        slots.Add(made);
        return made;
    }

    /// <summary>The same elements in memory of their own, whether a plan is traced or not.</summary>
    static Tensor Clone(Tensor held) =>
        held.DType == DType.Float64 ? Tensor.From(held.AsSpan<double>(), held.Shape) : Tensor.From(held.AsSpan<float>(), held.Shape);
}
