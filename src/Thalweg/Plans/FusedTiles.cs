using System.Runtime.CompilerServices;

namespace Thalweg.Plans;

/// <summary>A fused loop without emitted code: tiles that stay in the first-level cache go through one operation after the other.</summary>
static unsafe class FusedTiles
{
    const int Tile = 512;

    [ThreadStatic]
    static Buffer scratch;

    [ThreadStatic]
    static long scratchBytes;

    /// <summary>Carries a program over contiguous operands: inputs, then outputs.</summary>
    [SkipLocalsInit]
    public static void Run(FusedProgram program, nint* operands, int count)
    {
        var (inputs, steps, outputs, size) = (program.Inputs.Length, program.Steps.Length, program.Outputs.Length, program.Work.Size);
        var results = Scratch((long)steps * Tile * sizeof(double));
        var at = stackalloc nint[inputs + steps];
        var arguments = stackalloc nint[4];
        for (var from = 0; from < count; from += Tile)
        {
            var length = Math.Min(Tile, count - from);
            for (var i = 0; i < inputs; i++)
            {
                at[i] = operands[i] + (program.Inputs[i].IsSingle ? 0 : from * (program.Inputs[i].IsTruth ? 1 : size));
            }
            for (var s = 0; s < steps; s++)
            {
                var step = program.Steps[s];
                var singles = 0u;
                for (var a = 0; a < step.Operands.Length; a++)
                {
                    var operand = step.Operands[a];
                    arguments[a] = at[operand];
                    singles |= operand < inputs && program.Inputs[operand].IsSingle ? 1u << a : 0;
                }
                at[inputs + s] = results + s * Tile * sizeof(double);
                var all = (1u << step.Operands.Length) - 1;
                if (singles == all)
                {
                    // Every operand is one element: so is the result, which is then written out in full.
                    step.Operation.Tile(program.Work, new ReadOnlySpan<nint>(arguments, step.Operands.Length), 0, at[inputs + s], 1);
                    Repeat(at[inputs + s], step.IsTruth ? 1 : size, length);
                }
                else
                {
                    step.Operation.Tile(program.Work, new ReadOnlySpan<nint>(arguments, step.Operands.Length), singles, at[inputs + s], length);
                }
            }
            // Only now: an output may lie where an input does.
            for (var o = 0; o < outputs; o++)
            {
                var width = program.IsTruth(program.Outputs[o]) ? 1 : size;
                System.Buffer.MemoryCopy((void*)at[program.Outputs[o]], (void*)(operands[inputs + o] + from * width), (long)length * width, (long)length * width);
            }
        }
    }

    static void Repeat(nint element, int size, int count)
    {
        switch (size)
        {
            case 1: new Span<byte>((void*)element, count).Fill(*(byte*)element); break;
            case 4: new Span<uint>((void*)element, count).Fill(*(uint*)element); break;
            default: new Span<ulong>((void*)element, count).Fill(*(ulong*)element); break;
        }
    }

    static nint Scratch(long bytes)
    {
        if (scratchBytes < bytes)
        {
            (scratch, scratchBytes) = (Buffer.AllocatePinned(bytes), bytes);
        }
        return scratch.Address;
    }
}
