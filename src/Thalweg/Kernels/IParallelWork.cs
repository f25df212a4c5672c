namespace Thalweg.Kernels;

/// <summary>Work that is cut into numbered pieces, which may run in any order and on any thread.</summary>
interface IParallelWork
{
    void Run(int piece);
}
