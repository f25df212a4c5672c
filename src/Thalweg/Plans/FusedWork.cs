namespace Thalweg.Plans;

/// <summary>A fused loop's runs cut into parts.</summary>
readonly unsafe struct FusedWork(FusedOperation operation, nint* bases, int inputs, int outputs, int runs, int inner)
{
    /// <summary>Elements per part: enough to make the cut worthwhile, few enough to balance.</summary>
    const int Part = 1 << 15;

    readonly FusedOperation operation = operation;
    readonly nint* bases = bases;

    int PartsPerRun => Math.Max(1, (inner + Part - 1) / Part);

    public void RunAll()
    {
        _ = inputs + outputs;
        for (var part = 0; part < runs * PartsPerRun; part++)
        {
            Run(part);
        }
    }

    /// <summary>Carries out one part.</summary>
    public void Run(int part)
    {
        var (run, piece) = Math.DivRem(part, PartsPerRun);
        var from = piece * Part;
        operation.RunPart(bases, run, from, Math.Min(Part, inner - from));
    }
}
