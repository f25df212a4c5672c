namespace Thalweg.Plans;

/// <summary>Computes beforehand what is the same in every run.</summary>
static class ConstantFolding
{
    public static void Run(Graph graph)
    {
        var kept = new List<Instruction>();
        foreach (var instruction in graph.Instructions)
        {
            // A stretched constant is better read as the small one that it is.
            if (instruction.Operation.IsPure && instruction.Operation is not BroadcastOperation && instruction.Inputs.All(Graph.IsConstant))
            {
                instruction.Output.Buffer = Buffer.Allocate(instruction.Output.DType, instruction.Output.Size);
                instruction.Run();
            }
            else
            {
                kept.Add(instruction);
            }
        }
        graph.Instructions = kept;
    }
}
