using CsCheck;
using Thalweg.Kernels;

namespace Thalweg.Tests.Kernels;

public class PhiloxLanesTests
{
    [Fact]
    public void Gives_the_words_of_single_blocks()
    {
        Assert.SkipUnless(PhiloxLanes.IsSupported, "this machine has no AVX2");
        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong, Gen.Int[0, 200]).Sample((key, stream, block, length) =>
        {
            var words = new uint[length];
            int filled = PhiloxLanes.Fill(key, stream, block, words);
            Assert.InRange(filled, length - 31, length);
            for (int i = 0; i < filled; i += Philox.WordsPerBlock)
                Assert.Equal(Philox.Block(key, unchecked(block + (ulong)(i / 4)), stream), (words[i], words[i + 1], words[i + 2], words[i + 3]));
        });
    }

    [Fact]
    public void Carries_into_the_counters_upper_half()
    {
        Assert.SkipUnless(PhiloxLanes.IsSupported, "this machine has no AVX2");
        var words = new uint[32];
        PhiloxLanes.Fill(key: 1, stream: 2, block: uint.MaxValue - 1, words);
        Assert.Equal(Philox.Block(1, (ulong)uint.MaxValue + 2, 2).Item1, words[12]);
    }
}
