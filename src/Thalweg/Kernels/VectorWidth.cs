using System.Runtime.Intrinsics;

namespace Thalweg.Kernels;

/// <summary>How many bits the kernels work on at once. Results don't depend on it; tests set it to prove that.</summary>
static class VectorWidth
{
    /// <summary>The widest vectors that the processor has: 512, 256 or 128 bits.</summary>
    public static int Widest { get; } = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>The width in use.</summary>
    public static int Bits { get; set; } = Widest;
}
