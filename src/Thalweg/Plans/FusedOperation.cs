using System.Runtime.CompilerServices;
using Thalweg.Kernels;

namespace Thalweg.Plans;

/// <summary>
/// Elementwise operations as one loop over their common shape. Runs tile by tile at first; a loop that has proved to be run
/// often is emitted as machine code, where the runtime can. Both give the same bits.
/// </summary>
sealed unsafe record FusedOperation : Operation
{
    /// <summary>After how many runs an emitted loop pays for its making.</summary>
    public const int RunsBeforeEmitting = 12;

    readonly FusedGeometry geometry;
    int timesRun;
    int lanes;
    EmittedLoop? emitted;

    /// <summary>A loop over the shape of its outputs; inputs of smaller shapes are stretched.</summary>
    public FusedOperation(FusedProgram program, FusedGeometry geometry)
    {
        Program = program;
        this.geometry = geometry;
    }

    public FusedProgram Program { get; }

    public override void Run(ReadOnlySpan<Tensor> inputs, Tensor output) => Run(inputs, [output]);

    /// <summary>Computes all outputs. An output may lie where an input of its own shape does.</summary>
    [SkipLocalsInit]
    public void Run(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        if (emitted is null && RuntimeFeature.IsDynamicCodeSupported && ++timesRun > RunsBeforeEmitting)
        {
            // Asked for once: loop and lanes must be of one width.
            var bits = VectorWidth.Bits;
            (lanes, emitted) = (bits / 8 / Program.Work.Size, FusedEmitter.Loop(Program, bits));
        }
        var bases = stackalloc nint[inputs.Length + outputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            bases[i] = inputs[i].Buffer.Address;
        }
        for (var i = 0; i < outputs.Length; i++)
        {
            bases[inputs.Length + i] = outputs[i].Buffer.Address;
        }
        geometry.WriteOut(bases);
        new FusedWork(this, bases, geometry).RunAll();
    }

    /// <summary>One run, or a part of it.</summary>
    /// <param name="bases">Where the operands begin: inputs, then outputs.</param>
    /// <param name="run">Which run.</param>
    /// <param name="from">The first element of the part.</param>
    /// <param name="count">How many elements it has.</param>
    public void RunPart(nint* bases, int run, int from, int count)
    {
        var (inputs, outputs, size) = (Program.Inputs.Length, Program.Outputs.Length, Program.Work.Size);
        var operands = stackalloc nint[inputs + outputs];
        for (var i = 0; i < inputs; i++)
        {
            var input = Program.Inputs[i];
            operands[i] = bases[i] + (geometry.Offset(run, i) + (input.IsSingle ? 0 : from)) * (input.IsTruth ? 1 : size);
        }
        for (var i = 0; i < outputs; i++)
        {
            operands[inputs + i] = bases[inputs + i] + (run * geometry.Inner + from) * (Program.IsTruth(Program.Outputs[i]) ? 1 : size);
        }
        if (emitted is { } loop)
        {
            var whole = count - count % lanes;
            if (whole > 0)
            {
                loop(operands, whole);
            }
            if (whole == count)
            {
                return;
            }
            if (whole == 0 || IsInPlace(bases, inputs, outputs))
            {
                FusedRest.Run(loop, Program, operands, whole, count - whole, lanes);
                return;
            }
            // The last vector reaches back over elements that are done: it computes the same bits again.
            for (var i = 0; i < inputs + outputs; i++)
            {
                if (i >= inputs || !Program.Inputs[i].IsSingle)
                {
                    operands[i] += (count - lanes) * ((i < inputs ? Program.Inputs[i].IsTruth : Program.IsTruth(Program.Outputs[i - inputs])) ? 1 : size);
                }
            }
            loop(operands, lanes);
        }
        else
        {
            FusedTiles.Run(Program, operands, count);
        }
    }

    /// <summary>Whether an output lies where an input does; if not there, then nowhere near it.</summary>
    static bool IsInPlace(nint* bases, int inputs, int outputs)
    {
        for (var output = inputs; output < inputs + outputs; output++)
        {
            for (var input = 0; input < inputs; input++)
            {
                if (bases[output] == bases[input])
                {
                    return true;
                }
            }
        }
        return false;
    }

    public bool Equals(FusedOperation? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
