using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Thalweg.Kernels;

/// <summary>
/// Memory that a kernel works in and forgets: every thread has its own, kept from call to call, so that after the first
/// nothing is allocated. It never moves, and begins at a cache line.
/// </summary>
static unsafe class Scratch
{
    const int Line = 64;

    // A panel of the right operand as deep as one goes before the next: 2 vectors of 64 bytes by 512 steps.
    const int Usual = 1 << 16;

    const int Uses = 8;

    [ThreadStatic]
    static byte[]?[]? kept;

    /// <summary>What the memory is for: each use has a piece of its own, so that one call may need several at once.</summary>
    public enum Use
    {
        /// <summary>Columns of a right operand, side by side.</summary>
        Columns,

        /// <summary>Rows of a left operand, side by side.</summary>
        Rows,

        /// <summary>A tile that reaches over the edge.</summary>
        Tile,

        /// <summary>A result before it goes to its place.</summary>
        Result,

        /// <summary>The last columns, filled up to a whole panel.</summary>
        Edge,

        /// <summary>The last columns' bias, filled up likewise.</summary>
        Bias,

        /// <summary>What a convolution's windows see, a row for each window.</summary>
        Windows,

        /// <summary>Sums of parts, before they are added up.</summary>
        Partials,
    }

    /// <summary>Makes the calling thread's memory for usual sizes, so that which thread does which piece first allocates nothing.</summary>
    public static byte[]?[] Prepare()
    {
        kept = new byte[Uses][];
        for (var use = 0; use < Uses; use++)
        {
            kept[use] = GC.AllocateUninitializedArray<byte>(Usual + Line, pinned: true);
        }
        return kept;
    }

    /// <summary>Room for a number of elements, with any content, until the same thread asks again for the same use.</summary>
    public static T* For<T>(Use use, nint length) where T : unmanaged
    {
        var all = kept ?? Prepare();
        var bytes = checked((int)(length * sizeof(T) + Line));
        ref var own = ref all[(int)use];
        if (own is null || own.Length < bytes)
        {
            // Half as much again: a few growing requests don't allocate each time.
            own = GC.AllocateUninitializedArray<byte>(Math.Max(bytes, (int)Math.Min(Array.MaxLength, (own?.Length ?? 0) * 3L / 2)), pinned: true);
        }
        var start = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(own));
        return (T*)((start + Line - 1) & -Line);
    }
}
