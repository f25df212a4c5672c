namespace Thalweg.Plans;

/// <summary>Writes down what a function does with tensors that have shapes but no elements.</summary>
sealed class Tracer : Recorder
{
    readonly List<Instruction> instructions = [];
    readonly List<(Tensor Value, Func<double> Number)> questions = [];
    readonly Dictionary<Variable, Tensor> reads = [];
    readonly Dictionary<Variable, Tensor> updates = [];

    /// <summary>The graph of a function for inputs of some shapes and types.</summary>
    public static Graph Trace(Func<Tensor[], Tensor[]> function, ReadOnlySpan<Tensor> like)
    {
        var tracer = new Tracer();
        var inputs = new Tensor[like.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = new Tensor(like[i].Shape, like[i].DType, default);
        }
        var outputs = tracer.Record(() => function(inputs));
        foreach (var (variable, atStart) in tracer.reads)
        {
            // Set back to what it held: no change at all.
            if (tracer.updates.TryGetValue(variable, out var now) && now == atStart)
            {
                tracer.updates.Remove(variable);
            }
        }
        return new Graph
        {
            Instructions = tracer.instructions,
            Inputs = inputs,
            Outputs = Array.ConvertAll(outputs, output => output.Origin),
            Questions = tracer.questions,
            Reads = tracer.reads,
            Updates = tracer.updates,
        };
    }

    public override void Append(Operation operation, ReadOnlySpan<Tensor> inputs, Tensor output) =>
        instructions.Add(new Instruction(operation, Array.ConvertAll(inputs.ToArray(), input => input.Origin), output));

    public override void Assign(Variable variable, Tensor value) => updates[variable] = value.Origin;

    public override Tensor Read(Variable variable)
    {
        if (updates.TryGetValue(variable, out var now))
        {
            return now;
        }
        if (!reads.TryGetValue(variable, out var atStart))
        {
            reads[variable] = atStart = new Tensor(variable.Shape, variable.DType, default);
        }
        return atStart;
    }

    public override Tensor Ask(Func<double> number, DType type)
    {
        var value = new Tensor(Shape.Scalar, type, default);
        questions.Add((value, number));
        return value;
    }
}
