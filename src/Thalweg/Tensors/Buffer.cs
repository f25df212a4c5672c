using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Thalweg;

/// <summary>Where a tensor's elements lie: a run inside an array, which is its own or an arena's.</summary>
readonly struct Buffer(Array array, int byteOffset = 0)
{
    /// <summary>What places in an arena are multiples of: a cache line, and the widest vector.</summary>
    public const int Alignment = 64;

    /// <summary>The elements as a span; the owner of the buffer knows their number and type.</summary>
    public Span<T> Span<T>(int length) where T : unmanaged =>
        // The reference is into a live managed array: its bounds are the promise of whoever made the buffer.
        MemoryMarshal.CreateSpan(
            ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)byteOffset)), length);

    /// <summary>Whether there is no memory behind the buffer: a tensor that is being traced has a shape but no elements.</summary>
    public bool IsEmpty => array is null;

    /// <summary>The address of the elements; only of memory that was allocated pinned.</summary>
    public unsafe nint Address => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + byteOffset;

    /// <summary>Fresh memory for a number of elements, not cleared.</summary>
    public static Buffer Allocate(DType type, int length) => new(type switch
    {
        DType.Float32 => GC.AllocateUninitializedArray<float>(length),
        DType.Float64 => GC.AllocateUninitializedArray<double>(length),
        DType.Int32 => GC.AllocateUninitializedArray<int>(length),
        _ => GC.AllocateUninitializedArray<bool>(length),
    });

    /// <summary>Fresh memory for a number of elements, all 0; of large ones, the system gives no page before it is written to.</summary>
    public static Buffer Untouched(DType type, int length) => new(type switch
    {
        DType.Float32 => new float[length],
        DType.Float64 => new double[length],
        DType.Int32 => new int[length],
        _ => new bool[length],
    });

    /// <summary>Fresh memory that the garbage collector doesn't move: cleared, aligned, and padded to a whole number of vectors.</summary>
    public static unsafe Buffer AllocatePinned(long bytes)
    {
        var array = GC.AllocateArray<byte>(checked((int)(Padded(bytes) + Alignment)), pinned: true);
        var address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        return new Buffer(array, (int)(-address & (Alignment - 1)));
    }

    /// <summary>A part of this memory, from an offset in bytes on.</summary>
    public Buffer At(int offset) => new(array, byteOffset + offset);

    /// <summary>Bytes rounded up to whole vectors.</summary>
    public static long Padded(long bytes) => (bytes + Alignment - 1) & ~(Alignment - 1L);
}
