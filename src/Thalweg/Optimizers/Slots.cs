namespace Thalweg.Optimizers;

/// <summary>What an optimiser remembers of one weight from step to step: named tensors of the weight's shape, 0 to begin with.</summary>
public sealed class Slots
{
    readonly Variable weight;
    readonly string optimizer;
    readonly List<Slot> slots = [];

    internal Slots(Variable weight, string optimizer)
    {
        this.weight = weight;
        this.optimizer = optimizer;
    }

    /// <summary>The slot of a name; made at its first use.</summary>
    public Slot this[string name]
    {
        get
        {
            foreach (var slot in slots)
            {
                if (slot.Variable.Name == name)
                {
                    return slot;
                }
            }
            var path = $"{optimizer}/{weight.Path.Replace('/', '_')}_{name}";
            var made = new Slot(new Variable(Tensor.Zeros(weight.Shape, weight.DType), name, trainable: false) { Path = path });
            slots.Add(made);
            return made;
        }
    }

    internal IEnumerable<Variable> Variables => slots.Select(slot => slot.Variable);

    /// <summary>Makes what the rule set last.</summary>
    internal void Commit() => slots.ForEach(static slot => slot.Commit());

    /// <summary>Drops what a failed step set.</summary>
    internal void Forget() => slots.ForEach(static slot => slot.Forget());
}
