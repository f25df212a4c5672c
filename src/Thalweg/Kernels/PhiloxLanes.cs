using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Thalweg.Kernels;

/// <summary>
/// Philox on several counters at once, in the lanes of 256-bit vectors: the words of <see cref="Philox.Block"/>, about
/// four times as fast. Each 32-bit word sits in the low half of a 64-bit lane, as AVX2's widening product wants it.
/// </summary>
static class PhiloxLanes
{
    const int BlocksPerVector = 4;

    /// <summary>Whether this machine has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Fills as many whole groups of blocks as fit, and returns how many words that were.</summary>
    public static int Fill(ulong key, ulong stream, ulong block, Span<uint> destination)
    {
        int groups = destination.Length / (2 * BlocksPerVector * Philox.WordsPerBlock);
        ref ulong target = ref Unsafe.As<uint, ulong>(ref MemoryMarshal.GetReference(destination));
        var counter = Vector256.Create(block) + Vector256.Create(0ul, 1, 2, 3);
        for (int group = 0; group < groups; group++)
        {
            // Two vectors side by side: the products of one fill the waiting time of the other's.
            var a = new Lanes(counter, stream);
            var b = new Lanes(counter + Vector256.Create((ulong)BlocksPerVector), stream);
            uint k0 = (uint)key, k1 = (uint)(key >> 32);
            for (int round = 0; round < Philox.Rounds; round++)
            {
                var (key0, key1) = (Vector256.Create((ulong)k0), Vector256.Create((ulong)k1));
                a.Round(key0, key1);
                b.Round(key0, key1);
                k0 += Philox.Weyl0;
                k1 += Philox.Weyl1;
            }
            a.Store(ref target);
            b.Store(ref Unsafe.Add(ref target, 2 * BlocksPerVector));
            target = ref Unsafe.Add(ref target, 4 * BlocksPerVector);
            counter += Vector256.Create(2ul * BlocksPerVector);
        }
        return groups * 2 * BlocksPerVector * Philox.WordsPerBlock;
    }

    /// <summary>The four words of four blocks. The upper halves of the lanes hold leftovers that no product reads.</summary>
    struct Lanes(Vector256<ulong> counter, ulong stream)
    {
        Vector256<ulong> x0 = counter, x1 = counter >>> 32;
        Vector256<ulong> x2 = Vector256.Create(stream), x3 = Vector256.Create(stream >> 32);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Round(Vector256<ulong> key0, Vector256<ulong> key1)
        {
            var p0 = Avx2.Multiply(x0.AsUInt32(), Vector256.Create(Philox.Multiplier0));
            var p1 = Avx2.Multiply(x2.AsUInt32(), Vector256.Create(Philox.Multiplier1));
            (x0, x1, x2, x3) = ((p1 >>> 32) ^ x1 ^ key0, p1, (p0 >>> 32) ^ x3 ^ key1, p0);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Store(ref ulong target)
        {
            var low = Vector256.Create(0xFFFF_FFFFul);
            var first = (x0 & low) | (x1 << 32);        // words 0 and 1 of blocks 0, 1, 2, 3
            var second = (x2 & low) | (x3 << 32);       // words 2 and 3
            var even = Avx2.UnpackLow(first, second);   // blocks 0 and 2
            var odd = Avx2.UnpackHigh(first, second);   // blocks 1 and 3
            Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref target);
            Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref target, (nuint)BlocksPerVector);
        }
    }
}
