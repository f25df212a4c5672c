using System.Runtime.CompilerServices;

namespace Thalweg.Plans;

/// <summary>Takes the elements of a run that don't fill a vector through an emitted loop: copied to vectors of their own, and back.</summary>
static unsafe class FusedRest
{
    /// <summary>The widest vector, in bytes.</summary>
    const int Slot = 64;

    /// <summary>Runs the loop on <paramref name="count"/> elements from <paramref name="from"/> on.</summary>
    [SkipLocalsInit]
    public static void Run(EmittedLoop loop, FusedProgram program, nint* operands, int from, int count, int lanes)
    {
        var (inputs, outputs) = (program.Inputs.Length, program.Outputs.Length);
        var memory = stackalloc byte[(inputs + outputs + 1) * Slot];
        var vectors = (byte*)(((nint)memory + Slot - 1) & ~(nint)(Slot - 1));
        var copies = stackalloc nint[inputs + outputs];
        for (var i = 0; i < inputs; i++)
        {
            if (program.Inputs[i].IsSingle)
            {
                copies[i] = operands[i];
                continue;
            }
            var size = program.Inputs[i].IsTruth ? 1 : program.Work.Size;
            copies[i] = (nint)(vectors + i * Slot);
            new Span<byte>((void*)copies[i], lanes * size).Clear();
            Copy(operands[i] + from * size, copies[i], count * size);
        }
        for (var o = 0; o < outputs; o++)
        {
            copies[inputs + o] = (nint)(vectors + (inputs + o) * Slot);
        }
        loop(copies, lanes);
        for (var o = 0; o < outputs; o++)
        {
            var size = program.IsTruth(program.Outputs[o]) ? 1 : program.Work.Size;
            Copy(copies[inputs + o], operands[inputs + o] + from * size, count * size);
        }
    }

    static void Copy(nint source, nint destination, int bytes) => new ReadOnlySpan<byte>((void*)source, bytes).CopyTo(new Span<byte>((void*)destination, bytes));
}
