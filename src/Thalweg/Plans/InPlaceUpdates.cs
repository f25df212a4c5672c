namespace Thalweg.Plans;

/// <summary>
/// Lets new values of variables be written where the old ones lie, at the end, when nothing can fail any more: a plan that
/// stops half-way leaves every variable as it was. What can't be written in place is copied there last.
/// </summary>
static class InPlaceUpdates
{
    /// <summary>The tensors that lie where their variables do, with those variables.</summary>
    public static Dictionary<Tensor, Variable> Run(Graph graph)
    {
        var places = new Dictionary<Tensor, Variable>();
        var updates = graph.Updates.GroupBy(update => update.Value).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single().Key);
        var last = Last(graph, updates);
        graph.Instructions = [.. graph.Instructions.Where(instruction => !last.Contains(instruction)), .. graph.Instructions.Where(last.Contains)];
        for (var i = 0; i < graph.Instructions.Count; i++)
        {
            var instruction = graph.Instructions[i];
            if (!last.Contains(instruction))
            {
                continue;
            }
            // A loop over elements may write where it reads; others can't.
            var finished = instruction.Operation is FusedOperation ? i + 1 : i;
            foreach (var output in instruction.Outputs)
            {
                if (updates.TryGetValue(output, out var variable) && !IsReadFrom(graph, variable, finished))
                {
                    places[output] = variable;
                }
            }
        }
        Copy(graph, places);
        return places;
    }

    /// <summary>The instructions that make new values, can't fail, and that nothing else waits for.</summary>
    static HashSet<Instruction> Last(Graph graph, Dictionary<Tensor, Variable> updates)
    {
        var last = new HashSet<Instruction>();
        var awaited = new HashSet<Tensor>();
        for (var i = graph.Instructions.Count - 1; i >= 0; i--)
        {
            var instruction = graph.Instructions[i];
            if (instruction.Operation is FusedOperation or { NeverFails: true } && instruction.Outputs.Any(updates.ContainsKey) && !instruction.Outputs.Any(awaited.Contains))
            {
                last.Add(instruction);
            }
            else
            {
                awaited.UnionWith(instruction.Inputs);
            }
        }
        return last;
    }

    static bool IsReadFrom(Graph graph, Variable variable, int position) =>
        graph.Reads.TryGetValue(variable, out var old)
        && (graph.Outputs.Contains(old) || graph.Updates.ContainsValue(old) || graph.Instructions.Skip(position).Any(instruction => instruction.Inputs.Contains(old)));

    static void Copy(Graph graph, Dictionary<Tensor, Variable> places)
    {
        var (first, final) = (new List<Instruction>(), new List<Instruction>());
        var olds = graph.Reads.ToDictionary(read => read.Value, read => read.Key);
        foreach (var (variable, value) in graph.Updates)
        {
            if (places.ContainsKey(value))
            {
                continue;
            }
            var source = value;
            if (olds.TryGetValue(value, out var other) && graph.Updates.ContainsKey(other))
            {
                // What another variable held is set aside before that one is overwritten.
                source = new Tensor(value.Shape, value.DType, default);
                first.Add(new Instruction(new ReshapeOp.Copying(), [value], source));
            }
            var target = new Tensor(variable.Shape, variable.DType, default);
            places[target] = variable;
            final.Add(new Instruction(new ReshapeOp.Copying(), [source], target));
        }
        graph.Instructions = [.. first, .. graph.Instructions, .. final];
    }
}
