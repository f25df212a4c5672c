using Thalweg.Kernels;

namespace Thalweg.Plans;

/// <summary>
/// How a fused loop walks its operands: in runs, in which each input moves along or stands still. Where runs would be short,
/// the inputs that are stretched are written out in full first, so that one run covers everything.
/// </summary>
sealed unsafe class FusedGeometry
{
    /// <summary>Runs shorter than this cost more than writing inputs out.</summary>
    const int ShortRun = 64;

    /// <summary>Results larger than this aren't worth the memory for it.</summary>
    const int MostWrittenOut = 1 << 16;

    readonly int[] offsets;                  // per run and input, in elements
    readonly (int Input, int[] Places, Buffer Memory, int Size)[] writtenOut;

    FusedGeometry(int runs, int inner, FusedInput[] inputs, int[] offsets, (int, int[], Buffer, int)[] writtenOut)
    {
        (Runs, Inner, Inputs) = (runs, inner, inputs);
        this.offsets = offsets;
        this.writtenOut = writtenOut;
    }

    /// <summary>How many runs there are.</summary>
    public int Runs { get; }

    /// <summary>Elements per run.</summary>
    public int Inner { get; }

    /// <summary>How each input is read within a run.</summary>
    public FusedInput[] Inputs { get; }

    /// <summary>The walk over a result of a shape.</summary>
    public static FusedGeometry Of(Shape shape, Tensor[] inputs)
    {
        var loop = new BroadcastLoop(shape.AsSpan(), Array.ConvertAll(inputs, input => input.Shape.ToArray()));
        if (loop.Count > 1 && loop.Inner < ShortRun && shape.Size <= MostWrittenOut)
        {
            return WrittenOut(shape, inputs, loop);
        }
        var offsets = new int[loop.Count * inputs.Length];
        for (var run = 0; run < loop.Count; run++)
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                offsets[run * inputs.Length + i] = loop.Offset(i, run);
            }
        }
        var described = inputs.Select((input, i) => new FusedInput(loop.Inner > 1 ? loop.Reads(i) == 1 : input.Size == 1, input.DType == DType.Bool));
        return new FusedGeometry(loop.Count, loop.Inner, [.. described], offsets, []);
    }

    /// <summary>Where the elements of an input for a run begin, in elements from its own beginning.</summary>
    public int Offset(int run, int input) => offsets[run * Inputs.Length + input];

    /// <summary>Writes out the inputs that are stretched; their addresses become those of the copies.</summary>
    public void WriteOut(nint* bases)
    {
        foreach (var (input, places, memory, size) in writtenOut)
        {
            var (from, to) = (bases[input], memory.Address);
            switch (size)
            {
                case 1: Gather((byte*)from, (byte*)to, places); break;
                case 4: Gather((uint*)from, (uint*)to, places); break;
                default: Gather((ulong*)from, (ulong*)to, places); break;
            }
            bases[input] = to;
        }
    }

    static FusedGeometry WrittenOut(Shape shape, Tensor[] inputs, BroadcastLoop loop)
    {
        var copies = new List<(int, int[], Buffer, int)>();
        var described = new FusedInput[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            described[i] = new FusedInput(inputs[i].Size == 1, inputs[i].DType == DType.Bool);
            if (inputs[i].Size == 1 || inputs[i].Size == shape.Size)
            {
                continue;
            }
            var places = new int[shape.Size];
            for (var at = 0; at < places.Length; at++)
            {
                var (run, step) = Math.DivRem(at, loop.Inner);
                places[at] = loop.Offset(i, run) + (loop.Reads(i) > 1 ? step : 0);
            }
            copies.Add((i, places, Buffer.AllocatePinned((long)places.Length * inputs[i].DType.Size), inputs[i].DType.Size));
        }
        return new FusedGeometry(1, shape.Size, described, new int[inputs.Length], [.. copies]);
    }

    static void Gather<T>(T* from, T* to, int[] places) where T : unmanaged
    {
        for (var i = 0; i < places.Length; i++)
        {
            to[i] = from[places[i]];
        }
    }
}
