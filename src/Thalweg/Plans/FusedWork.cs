using Thalweg.Kernels;

namespace Thalweg.Plans;

/// <summary>A fused loop's runs cut into parts, whose number depends on the shapes alone.</summary>
readonly unsafe struct FusedWork(FusedOperation operation, nint* bases, FusedGeometry geometry) : IParallelWork
{
    /// <summary>Elements per part: enough to make the cut worthwhile, few enough to balance.</summary>
    const int Part = 1 << 14;

    /// <summary>Below this many elements waking other threads costs more than they take over.</summary>
    const int LeastShared = 1 << 16;

    readonly FusedOperation operation = operation;
    readonly FusedGeometry geometry = geometry;
    readonly nint* bases = bases;

    // Long runs are cut, short ones go together.
    int PartsPerRun => Math.Max(1, (geometry.Inner + Part - 1) / Part);

    int RunsPerPart => Math.Max(1, Part / Math.Max(1, geometry.Inner));

    /// <summary>Carries out all parts, on several threads where there is enough to share.</summary>
    public void RunAll()
    {
        var parts = PartsPerRun > 1 ? geometry.Runs * PartsPerRun : (geometry.Runs + RunsPerPart - 1) / RunsPerPart;
        if ((long)geometry.Runs * geometry.Inner >= LeastShared)
        {
            ThreadTeam.Run(parts, this);
            return;
        }
        for (var part = 0; part < parts; part++)
        {
            Run(part);
        }
    }

    /// <summary>Carries out one part.</summary>
    public void Run(int part)
    {
        if (PartsPerRun > 1)
        {
            var (run, piece) = Math.DivRem(part, PartsPerRun);
            var from = piece * Part;
            operation.RunPart(bases, run, from, Math.Min(Part, geometry.Inner - from));
            return;
        }
        var end = Math.Min(geometry.Runs, (part + 1) * RunsPerPart);
        for (var run = part * RunsPerPart; run < end; run++)
        {
            operation.RunPart(bases, run, 0, geometry.Inner);
        }
    }
}
