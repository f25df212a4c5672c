namespace Thalweg.Kernels;

/// <summary>
/// How operands of smaller shapes are walked along a result: axes that all operands walk alike are merged, the innermost
/// is left to a vector loop in which each operand moves by 1 or stands still, and the others are counted through.
/// </summary>
sealed class BroadcastLoop
{
    readonly int[] lengths;
    readonly int[] strides;           // of each operand in turn

    /// <summary>Plans the walk. Each operand's lengths, aligned at the innermost axis, equal the result's or are 1.</summary>
    public BroadcastLoop(ReadOnlySpan<int> result, params ReadOnlySpan<int[]> operands)
    {
        var most = result.Length;
        // Axes that are left, innermost first: how long, and how far each operand moves along them.
        Span<int> merged = most <= 8 ? stackalloc int[8] : new int[most];
        Span<int> steps = most * operands.Length <= 32 ? stackalloc int[32] : new int[most * operands.Length];
        Span<int> running = operands.Length <= 16 ? stackalloc int[16] : new int[operands.Length];
        running.Fill(1);
        var axes = 0;
        for (var axis = 1; axis <= most; axis++)
        {
            var length = result[^axis];
            if (length == 1)
            {
                continue;
            }
            var joins = axes > 0;
            for (var o = 0; o < operands.Length; o++)
            {
                var own = axis <= operands[o].Length ? operands[o][^axis] : 1;
                // Written where the next axis would be; if the axis joins the one before, it is forgotten.
                steps[o * most + axes] = own == 1 ? 0 : running[o];
                running[o] *= own;
                joins = joins && steps[o * most + axes] == steps[o * most + axes - 1] * merged[axes - 1];
            }
            if (joins)
            {
                merged[axes - 1] *= length;
                continue;
            }
            merged[axes++] = length;
        }
        lengths = merged[..axes].ToArray();
        strides = new int[axes * operands.Length];
        for (var o = 0; o < operands.Length; o++)
        {
            steps.Slice(o * most, axes).CopyTo(strides.AsSpan(o * axes));
        }
        Count = 1;
        for (var axis = 1; axis < axes; axis++)
        {
            Count *= lengths[axis];
        }
    }

    /// <summary>Elements that one run of the vector loop covers.</summary>
    public int Inner => lengths.Length == 0 ? 1 : lengths[0];

    /// <summary>How many runs there are.</summary>
    public int Count { get; }

    /// <summary>How many elements of an operand one run reads: all of <see cref="Inner"/>, or 1 that stands for each.</summary>
    public int Reads(int operand) => lengths.Length == 0 || strides[operand * lengths.Length] == 0 ? 1 : lengths[0];

    /// <summary>Where the run with a given number begins in an operand.</summary>
    public int Offset(int operand, int run)
    {
        var offset = 0;
        var step = strides.AsSpan(operand * lengths.Length, lengths.Length);
        for (var axis = 1; axis < lengths.Length; axis++)
        {
            run = Math.DivRem(run, lengths[axis], out var position);
            offset += position * step[axis];
        }
        return offset;
    }
}
