using System.Runtime.CompilerServices;

namespace Thalweg.Kernels;

/// <summary>
/// Philox 4×32-10: a counter-based generator of random numbers. It has no state: ten rounds of a keyed bijection turn
/// a 128-bit counter into four random words, so that any word of any stream can be computed directly, by any thread.
/// </summary>
/// <remarks>
/// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
/// It passes TestU01's BigCrush, and gives the words of the authors' Random123 library.
/// </remarks>
static class Philox
{
    /// <summary>Words that one counter value gives.</summary>
    public const int WordsPerBlock = 4;

    internal const int Rounds = 10;
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;
    internal const uint Weyl0 = 0x9E3779B9;      // the golden ratio's and √3 − 1's fractions: the key's step from round to round
    internal const uint Weyl1 = 0xBB67AE85;

    /// <summary>The four words of one counter value.</summary>
    /// <param name="key">The key: its low half is the paper's first key word.</param>
    /// <param name="counterLow">The counter's first two words, the first one in the low half.</param>
    /// <param name="counterHigh">The counter's last two words.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint, uint, uint, uint) Block(ulong key, ulong counterLow, ulong counterHigh)
    {
        uint x0 = (uint)counterLow, x1 = (uint)(counterLow >> 32);
        uint x2 = (uint)counterHigh, x3 = (uint)(counterHigh >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong p0 = (ulong)Multiplier0 * x0, p1 = (ulong)Multiplier1 * x2;
            (x0, x1, x2, x3) = ((uint)(p1 >> 32) ^ x1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ x3 ^ k1, (uint)p0);
            k0 += Weyl0;
            k1 += Weyl1;
        }
        return (x0, x1, x2, x3);
    }

    /// <summary>
    /// Writes the words <paramref name="offset"/>, <paramref name="offset"/> + 1, … of a stream. Word n is word n mod 4
    /// of block n / 4: a function of key, stream and n alone, however the stream is cut into calls.
    /// </summary>
    public static void Fill(ulong key, ulong stream, long offset, Span<uint> destination)
    {
        ulong block = (ulong)offset / WordsPerBlock;
        int skip = (int)((ulong)offset % WordsPerBlock);
        if (skip != 0)
            destination = destination[FillPart(key, stream, block++, skip, destination)..];
        if (PhiloxLanes.IsSupported)
        {
            int filled = PhiloxLanes.Fill(key, stream, block, destination);
            block += (ulong)filled / WordsPerBlock;
            destination = destination[filled..];
        }
        while (destination.Length >= WordsPerBlock)
        {
            (destination[0], destination[1], destination[2], destination[3]) = Block(key, block++, stream);
            destination = destination[WordsPerBlock..];
        }
        if (!destination.IsEmpty)
            FillPart(key, stream, block, skip: 0, destination);
    }

    static int FillPart(ulong key, ulong stream, ulong block, int skip, Span<uint> destination)
    {
        var (x0, x1, x2, x3) = Block(key, block, stream);
        ReadOnlySpan<uint> words = [x0, x1, x2, x3];
        int count = Math.Min(WordsPerBlock - skip, destination.Length);
        words.Slice(skip, count).CopyTo(destination);
        return count;
    }
}
