namespace Thalweg.Plans;

/// <summary>
/// A traced function: instructions in an order in which each comes after those it reads from. Tensors are its values;
/// one that has elements is a constant.
/// </summary>
sealed class Graph
{
    /// <summary>What is computed, in order.</summary>
    public List<Instruction> Instructions { get; set; } = [];

    /// <summary>What the function is given.</summary>
    public required Tensor[] Inputs { get; init; }

    /// <summary>What it returns.</summary>
    public required Tensor[] Outputs { get; set; }

    /// <summary>Numbers asked for before each run.</summary>
    public required List<(Tensor Value, Func<double> Number)> Questions { get; init; }

    /// <summary>The variables that are read, with the tensors that stand for what they hold at the start.</summary>
    public required Dictionary<Variable, Tensor> Reads { get; init; }

    /// <summary>What variables hold at the end, where that changes.</summary>
    public required Dictionary<Variable, Tensor> Updates { get; set; }

    /// <summary>Whether a tensor is the same in every run.</summary>
    public static bool IsConstant(Tensor tensor) => !tensor.Buffer.IsEmpty;

    /// <summary>What must come out of the instructions: results, and what variables are set to.</summary>
    public IEnumerable<Tensor> Results => Outputs.Concat(Updates.Values);

    /// <summary>Puts other tensors in the place of some, wherever those are read.</summary>
    public void Replace(IReadOnlyDictionary<Tensor, Tensor> replacements)
    {
        if (replacements.Count == 0)
        {
            return;
        }
        Tensor Now(Tensor tensor) => replacements.GetValueOrDefault(tensor, tensor);
        Instructions = [.. Instructions.Select(instruction => instruction.With(Array.ConvertAll(instruction.Inputs, Now)))];
        Outputs = Array.ConvertAll(Outputs, Now);
        Updates = Updates.ToDictionary(update => update.Key, update => Now(update.Value));
    }
}
