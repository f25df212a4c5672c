namespace Thalweg.Plans;

/// <summary>
/// One block of memory for all intermediate values of a plan: each has its place from the instruction that makes it to the
/// last that reads it, after which others may lie there.
/// </summary>
sealed class Arena
{
    readonly List<(Tensor Tensor, int Offset)> places = [];
    readonly List<(Tensor View, Tensor Of)> views = [];

    /// <summary>Bytes in all.</summary>
    public long Size { get; private set; }

    /// <summary>Bytes that the values would take without sharing.</summary>
    public long Unshared { get; private set; }

    /// <summary>Assigns a place to every value that has none of its own, and takes out instructions that only change a shape.</summary>
    public static Arena Assign(Graph graph, IReadOnlyDictionary<Tensor, Variable> elsewhere)
    {
        var arena = new Arena();
        var roots = arena.Views(graph);
        Tensor Root(Tensor tensor) => roots.GetValueOrDefault(tensor, tensor);

        var lastRead = new Dictionary<Tensor, int>();
        for (var i = 0; i < graph.Instructions.Count; i++)
        {
            foreach (var input in graph.Instructions[i].Inputs)
            {
                lastRead[Root(input)] = i;
            }
        }
        foreach (var output in graph.Outputs)
        {
            lastRead[Root(output)] = int.MaxValue;
        }
        var own = new HashSet<Tensor>(graph.Reads.Values.Concat(elsewhere.Keys));

        var live = new List<(int Offset, int Bytes, Tensor Tensor)>();
        foreach (var given in graph.Inputs.Concat(graph.Questions.Select(question => question.Value)))
        {
            arena.Place(given, live, null);
        }
        for (var i = 0; i < graph.Instructions.Count; i++)
        {
            var instruction = graph.Instructions[i];
            var ending = instruction.Inputs.Select(Root).Where(input => lastRead[input] == i).ToHashSet();
            foreach (var output in instruction.Outputs)
            {
                if (!own.Contains(output))
                {
                    arena.Place(output, live, instruction.Operation is FusedOperation fused ? Successor(instruction, fused, output, ending, Root) : null);
                }
            }
            live.RemoveAll(place => ending.Contains(place.Tensor) || lastRead.GetValueOrDefault(place.Tensor, -1) <= i && instruction.Outputs.Contains(place.Tensor));
        }
        return arena;
    }

    /// <summary>Takes the memory, and gives every value its part.</summary>
    public void Allocate()
    {
        var memory = Buffer.AllocatePinned(Size);
        foreach (var (tensor, offset) in places)
        {
            tensor.Buffer = memory.At(offset);
        }
    }

    /// <summary>Lets views show where their tensors lie now.</summary>
    public void Bind()
    {
        foreach (var (view, of) in views)
        {
            view.Buffer = of.Buffer;
        }
    }

    /// <summary>Instructions that only change a shape go; what they made shows the memory of what it was made from.</summary>
    Dictionary<Tensor, Tensor> Views(Graph graph)
    {
        var roots = new Dictionary<Tensor, Tensor>();
        graph.Instructions = [.. graph.Instructions.Where(instruction =>
        {
            if (instruction.Operation is not ReshapeOp.Operation)
            {
                return true;
            }
            var root = roots.GetValueOrDefault(instruction.Inputs[0], instruction.Inputs[0]);
            roots[instruction.Output] = root;
            views.Add((instruction.Output, root));
            return false;
        })];
        return roots;
    }

    /// <summary>An input that ends here and whose place a loop may write to as it reads it: of the same size, read element by element.</summary>
    static Tensor? Successor(Instruction instruction, FusedOperation fused, Tensor output, HashSet<Tensor> ending, Func<Tensor, Tensor> root)
    {
        for (var i = 0; i < instruction.Inputs.Length; i++)
        {
            var input = root(instruction.Inputs[i]);
            var once = instruction.Inputs.Count(other => root(other) == input) == 1;
            if (once && ending.Contains(input) && !fused.Program.Inputs[i].IsSingle
                && instruction.Inputs[i].Shape == output.Shape && input.Size == output.Size && input.DType.Size == output.DType.Size)
            {
                return input;
            }
        }
        return null;
    }

    void Place(Tensor tensor, List<(int Offset, int Bytes, Tensor Tensor)> live, Tensor? successorOf)
    {
        var bytes = checked((int)Buffer.Padded((long)tensor.Size * tensor.DType.Size));
        Unshared += bytes;
        var taken = live.FindIndex(place => place.Tensor == successorOf);
        if (successorOf is not null && taken >= 0)
        {
            places.Add((tensor, live[taken].Offset));
            live[taken] = (live[taken].Offset, live[taken].Bytes, tensor);
            return;
        }
        // The first gap that is large enough.
        var (offset, at) = (0, 0);
        while (at < live.Count && live[at].Offset - offset < bytes)
        {
            offset = live[at].Offset + live[at].Bytes;
            at++;
        }
        live.Insert(at, (offset, bytes, tensor));
        places.Add((tensor, offset));
        Size = Math.Max(Size, offset + (long)bytes);
    }
}
