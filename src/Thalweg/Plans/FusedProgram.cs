namespace Thalweg.Plans;

/// <summary>
/// What a fused loop computes for each element: steps in order, whose operands are the loop's inputs (numbered from 0) or the
/// results of earlier steps (numbered on from there). Two programs of equal structure share their emitted loop.
/// </summary>
sealed class FusedProgram(DType work, FusedInput[] inputs, FusedStep[] steps, int[] outputs) : IEquatable<FusedProgram>
{
    /// <summary>The type that the loop works in.</summary>
    public DType Work { get; } = work;

    public FusedInput[] Inputs { get; } = inputs;

    public FusedStep[] Steps { get; } = steps;

    /// <summary>The operand numbers of what is stored.</summary>
    public int[] Outputs { get; } = outputs;

    /// <summary>Whether an operand holds truth values: masks in registers, bytes in memory.</summary>
    public bool IsTruth(int operand) => operand < Inputs.Length ? Inputs[operand].IsTruth : Steps[operand - Inputs.Length].IsTruth;

    public bool Equals(FusedProgram? other) =>
        other is not null && Work == other.Work && Inputs.AsSpan().SequenceEqual(other.Inputs)
        && Outputs.AsSpan().SequenceEqual(other.Outputs) && Steps.AsSpan().SequenceEqual(other.Steps);

    public override bool Equals(object? obj) => Equals(obj as FusedProgram);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Work);
        foreach (var input in Inputs)
        {
            hash.Add(input);
        }
        foreach (var step in Steps)
        {
            hash.Add(step);
        }
        return hash.ToHashCode();
    }
}

/// <summary>An input of a fused loop: one element for each result, or one for a whole run.</summary>
readonly record struct FusedInput(bool IsSingle, bool IsTruth);

/// <summary>One operation of a fused loop.</summary>
sealed class FusedStep(ElementwiseOperation operation, int[] operands, bool isTruth) : IEquatable<FusedStep>
{
    public ElementwiseOperation Operation { get; } = operation;

    public int[] Operands { get; } = operands;

    /// <summary>Whether the result is truth values.</summary>
    public bool IsTruth { get; } = isTruth;

    public bool Equals(FusedStep? other) => other is not null && Operation.Equals(other.Operation) && Operands.AsSpan().SequenceEqual(other.Operands);

    public override bool Equals(object? obj) => Equals(obj as FusedStep);

    public override int GetHashCode() => HashCode.Combine(Operation, Operands.Length, Operands[0]);
}
