namespace Thalweg.Plans;

/// <summary>Computes once what is written twice: the same operation on the same values.</summary>
static class CommonSubexpressions
{
    public static void Run(Graph graph)
    {
        var first = new Dictionary<Key, Tensor>();
        var replacements = new Dictionary<Tensor, Tensor>();
        var constants = new Dictionary<(DType, Shape, ulong), Tensor>();
        var kept = new List<Instruction>();
        foreach (var instruction in graph.Instructions)
        {
            var now = instruction.With(Array.ConvertAll(instruction.Inputs, input => replacements.GetValueOrDefault(input, Same(input, constants))));
            if (!now.Operation.IsPure)
            {
                kept.Add(now);
            }
            else if (first.TryGetValue(new Key(now.Operation, now.Inputs), out var known))
            {
                replacements[now.Output] = known;
            }
            else
            {
                first[new Key(now.Operation, now.Inputs)] = now.Output;
                kept.Add(now);
            }
        }
        graph.Instructions = kept;
        graph.Replace(replacements);
    }

    /// <summary>Equal single numbers are one constant.</summary>
    static Tensor Same(Tensor tensor, Dictionary<(DType, Shape, ulong), Tensor> constants)
    {
        if (!Graph.IsConstant(tensor) || tensor.Size != 1)
        {
            return tensor;
        }
        var bits = tensor.DType.Size switch
        {
            1 => tensor.Buffer.Span<byte>(1)[0],
            4 => tensor.Buffer.Span<uint>(1)[0],
            _ => tensor.Buffer.Span<ulong>(1)[0],
        };
        return constants.TryGetValue((tensor.DType, tensor.Shape, bits), out var known)
            ? known
            : constants[(tensor.DType, tensor.Shape, bits)] = tensor;
    }

    /// <summary>An operation with its inputs, equal to another where both are.</summary>
    readonly struct Key(Operation operation, Tensor[] inputs) : IEquatable<Key>
    {
        readonly Operation operation = operation;
        readonly Tensor[] inputs = inputs;

        public bool Equals(Key other) => operation.Equals(other.operation) && inputs.AsSpan().SequenceEqual(other.inputs);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(operation);
            foreach (var input in inputs)
            {
                hash.Add(input);
            }
            return hash.ToHashCode();
        }
    }
}
