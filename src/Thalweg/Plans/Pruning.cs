namespace Thalweg.Plans;

/// <summary>Leaves out what no result needs.</summary>
static class Pruning
{
    public static void Run(Graph graph)
    {
        var needed = new HashSet<Tensor>(graph.Results);
        var kept = new List<Instruction>();
        for (var i = graph.Instructions.Count - 1; i >= 0; i--)
        {
            var instruction = graph.Instructions[i];
            if (instruction.Outputs.Any(needed.Contains))
            {
                kept.Add(instruction);
                needed.UnionWith(instruction.Inputs);
            }
        }
        kept.Reverse();
        graph.Instructions = kept;
    }
}
