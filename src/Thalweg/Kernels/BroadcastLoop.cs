namespace Thalweg.Kernels;

/// <summary>
/// How operands of smaller shapes are walked along a result: axes that all operands walk alike are merged, the innermost
/// is left to a vector loop in which each operand moves by 1 or stands still, and the others are counted through.
/// </summary>
sealed class BroadcastLoop
{
    readonly int[] lengths;
    readonly int[][] strides;

    /// <summary>Plans the walk. Each operand's lengths, aligned at the innermost axis, equal the result's or are 1.</summary>
    public BroadcastLoop(ReadOnlySpan<int> result, params ReadOnlySpan<int[]> operands)
    {
        var merged = new List<int>();
        var steps = new List<int>[operands.Length];
        var running = new int[operands.Length];
        for (var o = 0; o < operands.Length; o++)
        {
            steps[o] = [];
            running[o] = 1;
        }
        var current = new int[operands.Length];
        for (var axis = 1; axis <= result.Length; axis++)
        {
            var length = result[^axis];
            if (length == 1)
            {
                continue;
            }
            var joins = merged.Count > 0;
            for (var o = 0; o < operands.Length; o++)
            {
                var own = axis <= operands[o].Length ? operands[o][^axis] : 1;
                current[o] = own == 1 ? 0 : running[o];
                running[o] *= own;
                joins = joins && current[o] == steps[o][^1] * merged[^1];
            }
            if (joins)
            {
                merged[^1] *= length;
                continue;
            }
            merged.Add(length);
            for (var o = 0; o < operands.Length; o++)
            {
                steps[o].Add(current[o]);
            }
        }
        lengths = [.. merged];
        strides = [.. steps.Select(s => s.ToArray())];
        Count = 1;
        for (var axis = 1; axis < lengths.Length; axis++)
        {
            Count *= lengths[axis];
        }
    }

    /// <summary>Elements that one run of the vector loop covers.</summary>
    public int Inner => lengths.Length == 0 ? 1 : lengths[0];

    /// <summary>How many runs there are.</summary>
    public int Count { get; }

    /// <summary>How many elements of an operand one run reads: all of <see cref="Inner"/>, or 1 that stands for each.</summary>
    public int Reads(int operand) => lengths.Length == 0 || strides[operand][0] == 0 ? 1 : lengths[0];

    /// <summary>Where the run with a given number begins in an operand.</summary>
    public int Offset(int operand, int run)
    {
        var offset = 0;
        var step = strides[operand];
        for (var axis = 1; axis < lengths.Length; axis++)
        {
            run = Math.DivRem(run, lengths[axis], out var position);
            offset += position * step[axis];
        }
        return offset;
    }
}
